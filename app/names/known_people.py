"""People who are known by names that do not follow the reading, and those of the field.

Each line holds the names of one person, as in `brands.py`. **Source**: how they sign and how Korean papers print them.
"""

PEOPLE = """
马云 | Jack Ma | 마윈
马化腾 | Pony Ma | 마화텅
李彦宏 | Robin Li | 리옌훙
李开复 | Kai-Fu Lee | 리카이푸
张忠谋 | 張忠謀 | Morris Chang | 장중머우 | 모리스 창
黄仁勋 | 黃仁勳 | Jensen Huang | 젠슨 황 | 황런쉰
苏姿丰 | 蘇姿丰 | Lisa Su | 리사 수 | 쑤쯔펑
李飞飞 | Fei-Fei Li | 페이페이 리 | 리페이페이
吴恩达 | Andrew Ng | 앤드루 응 | 앤드류 응
李嘉诚 | 李嘉誠 | Li Ka-shing | 리카싱 | 리자청
郭台铭 | 郭台銘 | Terry Gou | 궈타이밍 | 테리 고우
刘强东 | Richard Liu | 류창둥
沈南鹏 | Neil Shen | 선난펑 | 닐 션
蔡崇信 | Joseph Tsai | Joe Tsai | 차이충신 | 조셉 차이
周受资 | Shou Zi Chew | 저우서우쯔 | 쇼우지추 | 추 쇼우즈
梁汝波 | Rubo Liang | 량루보
雷军 | Lei Jun | 레이쥔
成龙 | 成龍 | Jackie Chan | 성룡 | 청룽
李小龙 | 李小龍 | Bruce Lee | 이소룡 | 리샤오룽
蒋介石 | 蔣介石 | Chiang Kai-shek | 장제스 | 장개석
孙中山 | 孙文 | 孫文 | Sun Yat-sen | 쑨원 | 손문 | 쑨중산
曾毓群 | Robin Zeng | 쩡위췬
黄峥 | Colin Huang | 황정
丁磊 | William Ding | 딩레이
李斌 | William Li | 리빈
徐直军 | Eric Xu | 쉬즈쥔
彭军 | James Peng | 펑쥔
何小鹏 | He Xiaopeng | 허샤오펑
徐新 | Kathy Xu | 쉬신 | 캐시 쉬
沈向洋 | Harry Shum | Heung-Yeung Shum | 선샹양 | 해리 셤
姚期智 | Andrew Yao | Andrew Chi-Chih Yao | 야오치즈 | 앤드루 야오
吴泳铭 | Eddie Wu | 우융밍 | 에디 우
张勇 | Daniel Zhang | 장융 | 다니엘 장 | 대니얼 장
井贤栋 | Eric Jing | 징셴둥 | 에릭 징
彭蕾 | Lucy Peng | 펑레이 | 루시 펑
刘炽平 | Martin Lau | 류츠핑 | 마틴 라우
柳青 | Jean Liu | 류칭 | 진 류
程维 | Will Cheng | Cheng Wei | 청웨이
汪滔 | Frank Wang | 왕타오 | 프랭크 왕
韩旭 | Tony Han | 한쉬 | 토니 한
张楠 | Kelly Zhang | 장난 | 켈리 장
肖弘 | Red Xiao | 샤오훙 | 레드 샤오
季逸超 | Peak Ji | Yichao Ji | 지이차오
林俊旸 | Justin Lin | Junyang Lin | 린쥔양
宋晓冬 | Dawn Song | 쑹샤오둥 | 던 송
张朝阳 | Charles Zhang | 장차오양 | 찰스 장
徐小平 | Bob Xu | 쉬샤오핑
童士豪 | Hans Tung | 퉁스하오 | 한스 퉁
杨致远 | 楊致遠 | Jerry Yang | 양즈위안 | 제리 양
刘德音 | 劉德音 | Mark Liu | 류더인 | 마크 리우
魏哲家 | C.C. Wei | 웨이저자
王雪红 | 王雪紅 | Cher Wang | 왕쉐훙 | 셰어 왕
施振荣 | 施振榮 | Stan Shih | 스전룽 | 스탄 시
林本坚 | 林本堅 | Burn Lin | 린번젠 | 번 린
蔡明介 | Ming-Kai Tsai | 차이밍제
陈立武 | 陳立武 | Lip-Bu Tan | 천리우 | 립부 탄
李泽楷 | 李澤楷 | Richard Li | 리쩌카이 | 리처드 리
贾跃亭 | YT Jia | Jia Yueting | 자웨팅
张国荣 | 張國榮 | Leslie Cheung | 장국영 | 장궈룽
甄子丹 | Donnie Yen | 견자단 | 전쯔단
梁朝伟 | 梁朝偉 | Tony Leung | 양조위 | 량차오웨이
刘德华 | 劉德華 | Andy Lau | 유덕화 | 류더화
周润发 | 周潤發 | Chow Yun-fat | 주윤발 | 저우룬파
周杰伦 | 周杰倫 | Jay Chou | 주걸륜 | 저우제룬
周星驰 | 周星馳 | Stephen Chow | 주성치 | 저우싱츠
张学友 | 張學友 | Jacky Cheung | 장학우 | 장쉐유
李连杰 | 李連杰 | Jet Li | 이연걸 | 리롄제
张曼玉 | 張曼玉 | Maggie Cheung | 장만옥 | 장만위
张柏芝 | 張柏芝 | Cecilia Cheung | 장백지 | 장바이즈
林青霞 | Brigitte Lin | 임청하 | 린칭샤
杨紫琼 | 楊紫瓊 | Michelle Yeoh | 양자경 | 양쯔충
林郑月娥 | 林鄭月娥 | Carrie Lam | 캐리 람 | 린정웨어
李家超 | John Lee | 존 리 | 리자차오
陈茂波 | 陳茂波 | Paul Chan | 폴 찬 | 천마오보
董建华 | 董建華 | Tung Chee-hwa | 둥젠화
蔡英文 | Tsai Ing-wen | 차이잉원
赖清德 | 賴清德 | Lai Ching-te | William Lai | 라이칭더
马英九 | 馬英九 | Ma Ying-jeou | 마잉주
孔子 | Confucius | 공자
宋庆龄 | Soong Ching-ling | 쑹칭링
"""
