"""Firms and investors by their English names where these say neither what they are nor that they are names."""

from typing import Final

from app.vocabulary import OrganizationKind

ENGLISH_FIRMS: Final = {
    OrganizationKind.COMPANY: """
Ford, Ford Motor, Fiat Chrysler, Renault, Nissan, Volvo, Audi, Porsche, Stellantis, Hyundai, Hyundai Motor, Kia,
Mercedes-Benz, Toyota Motor, Subaru, Mazda, Magna International, Valeo, Continental AG, Denso, Delphi,
ZF Friedrichshafen, Mobileye, Zoox, Nuro, Lyft, Snap Inc, Snapchat, Airbnb, Spotify, Stripe, Shopify, Dropbox,
Foxconn, TSMC, MediaTek, SMIC, SK Hynix, Micron, Broadcom, Marvell, Texas Instruments, STMicroelectronics, Infineon,
NXP, Analog Devices, Synopsys, Palantir Technologies, Snowflake, ServiceNow, Twilio, Accenture, McKinsey, Deloitte,
Philips, Ericsson, Nokia, Unilever, Walmart, Starbucks, Disney, Pfizer, AstraZeneca, Sanofi, Novartis, Bayer, Merck,
Rakuten, SoftBank Group, Line Corp, Kakao Corp, Grab Holdings, Sea Ltd, Gojek, Tokopedia, Flipkart, Ping An,
Ping An Insurance, China Life, Citic, CITIC, CITIC Group, China Merchants, China Resources, State Grid, Sinopec,
PetroChina, China Telecom, China Unicom, SAIC, SAIC Motor, FAW, FAW Group, Dongfeng, BAIC, GAC, GAC Group, Chery,
Renren, Sohu, Douban, Zhihu, Ctrip, Qunar, Youku, Iqiyi, iQiyi, Cainiao, Ele.me, Alipay, Taobao, Tmall,
Safe Superintelligence, Thinking Machines Lab, Character.AI, Stability AI, Inflection AI, Midjourney, Groq, Cerebras,
SambaNova, Graphcore
""",
    OrganizationKind.LABORATORY: """
Google X, X Development, Bell Labs, IBM Research, Adobe Research, Nvidia Research, OpenAI Gym, Allen Institute for AI,
Alan Turing Institute, Baidu Silicon Valley AI Lab, Facebook AI, Amazon AI, Apple AI
""",
    OrganizationKind.FUND: """
Plug and Play, Plug and Play China, Plug and Play Tech Center, DST Global, General Atlantic, Warburg Pincus,
Silver Lake, Kleiner Perkins, Accel, EQT, TPG, Bain Capital, CICC, Morningside, Hony Capital, Vy Capital, NEA,
New Enterprise Associates, Founders Fund, Greylock, Bessemer, Index Ventures, Balderton, Eight Roads, Vertex Ventures,
Baillie Gifford, T. Rowe Price, CPPIB, CPP Investments, QIA, ADQ, MGX, Sanabil, Draper Fisher Jurvetson, SOSV,
Techstars, 500 Startups, Granite Asia, Notable Capital, Primavera, Boyu, CMC, Shunwei, Gaorong, BAI Capital,
Source Code Capital, Linear Capital, BlueRun, FountainVest, Oriza, Tsinghua Holdings, Sino-Ocean
""",
}
"""Names by what they name."""
