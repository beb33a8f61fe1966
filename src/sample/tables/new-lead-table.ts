// The fourteen leads waiting to be assigned, from rich to almost empty.
import type { Style } from "../traits.ts";

/** A contact who is not on any account's list. */
export type LooseContact = {
  name: string | null;
  title: string | null;
  email: string | null;
  phone: string | null;
};

/** One new lead: it names an account, or brings a contact of its own, or both. */
export type NewLeadRow = {
  key: string;
  title: string;
  account?: string;
  contact?: LooseContact;
  product?: string;
  language: "en" | "zh" | null;
  territory: string | null;
  source: string | null;
  need: string | null;
  /** Major units and how sure we are. */
  budget?: [amount: number, currency: string, status: "confirmed" | "estimated" | "none"];
  hoursAgo: number;
  touches: number;
  /** How keen, like a deal's interest in outcome.ts. */
  interest: number;
  /** Only for leads without an account: an account has its own. */
  style?: Style;
};

export const newLeadTable: NewLeadRow[] = [
  {
    key: "01",
    title: "Calder Row Bank: reconciliation across 40 branches",
    account: "calderrow",
    product: "ledger",
    language: "en",
    territory: "UK",
    source: "website",
    need: "We close the month nine days late and want one ledger view for all branches before the audit.",
    budget: [240000, "GBP", "estimated"],
    hoursAgo: 1.2,
    touches: 11,
    interest: 1.4,
  },
  {
    key: "02",
    title: "Thornleigh Packaging: downtime on two lines",
    account: "thornpack",
    product: "floor",
    language: "en",
    territory: "UK",
    source: "event",
    need: "Two packaging lines stop several times a shift and we only see it in next day's report.",
    budget: [85000, "GBP", "confirmed"],
    hoursAgo: 2.5,
    touches: 8,
    interest: 0.6,
  },
  {
    key: "03",
    title: "Juniper Way Clinics: device traceability",
    account: "juniperway",
    product: "ward",
    language: "en",
    territory: "US West",
    source: "referral",
    need: "Every implant has to be traceable to a patient by spring, in all six clinics.",
    budget: [60000, "USD", "estimated"],
    hoursAgo: 3.1,
    touches: 9,
    interest: 0.9,
  },
  {
    key: "04",
    title: "Wyre Orthopaedics: stock of loan sets",
    account: "wyreortho",
    product: "ward",
    language: "en",
    territory: "UK",
    source: "website",
    need: "Loan sets go missing between hospitals and we invoice weeks late.",
    hoursAgo: 5,
    touches: 7,
    interest: 0,
  },
  {
    key: "05",
    title: "Penobrook Capital: more seats and an approval trail",
    account: "penobrook",
    product: "core",
    language: "en",
    territory: "US East",
    source: "outbound",
    need: "We already use you for reporting and now need an approval trail the regulator accepts.",
    budget: [36000, "USD", "confirmed"],
    hoursAgo: 6.4,
    touches: 8,
    interest: 1.1,
  },
  {
    key: "06",
    title: "旌祺医疗:植入器械追溯",
    account: "jingqiyl",
    product: "ward",
    language: "zh",
    territory: "华东",
    source: "website",
    need: "三类植入器械要做到一物一码追溯到患者,年底前要通过飞行检查。",
    budget: [380000, "CNY", "confirmed"],
    hoursAgo: 0.8,
    touches: 12,
    interest: 1.5,
  },
  {
    key: "07",
    title: "疏梁纺织:设备联网与停机分析",
    account: "shuliangfz",
    product: "floor",
    language: "zh",
    territory: "华东",
    source: "event",
    need: "织机停机原因靠班组长口头汇报,想把三百台设备联网看实时数据。",
    budget: [600000, "CNY", "estimated"],
    hoursAgo: 1.9,
    touches: 9,
    interest: 0.8,
  },
  {
    key: "08",
    title: "海萦金科:对账自动化",
    account: "haiyingjr",
    product: "ledger",
    language: "zh",
    territory: "华南",
    source: "referral",
    need: "日均十几万笔交易,对账还靠人工抽查,监管要求留痕。",
    budget: [450000, "CNY", "estimated"],
    hoursAgo: 4.2,
    touches: 8,
    interest: 0.5,
  },
  {
    key: "09",
    title: "燕沼包装:废品率分析",
    account: "yanzhaobz",
    product: "floor",
    language: "zh",
    territory: "华北",
    source: "advertising",
    need: "印刷工序废品率偏高,想先在一条线上试点看看效果。",
    hoursAgo: 7.5,
    touches: 6,
    interest: -0.4,
  },
  {
    key: "10",
    title: "茗泰影像:维保台账",
    account: "mingtaiyl",
    product: "ward",
    language: "zh",
    territory: "华南",
    source: "partner",
    need: "给医院装的影像设备超过四百台,维保还靠纸质台账,漏保要赔钱。",
    budget: [200000, "CNY", "none"],
    hoursAgo: 9,
    touches: 7,
    interest: 0.3,
  },
  {
    key: "11",
    title: "Jo Hartwell asks about pricing",
    contact: {
      name: "Jo Hartwell",
      title: "Operations Manager",
      email: "jo.hartwell@example.com",
      phone: "+447700900123",
    },
    language: "en",
    territory: "UK",
    source: "website",
    need: "Could you send prices for a small plant with two shifts?",
    hoursAgo: 0.3,
    touches: 5,
    interest: 0.2,
    style: "watcher",
  },
  {
    key: "12",
    title: "展会名片:郑先生",
    contact: { name: "郑远帆", title: null, email: null, phone: "+862100000812" },
    language: "zh",
    territory: null,
    source: "event",
    need: "展会上看了演示,想了解多少钱、多久能上线。",
    hoursAgo: 26,
    touches: 0,
    interest: 0,
    style: "talker",
  },
  {
    key: "13",
    title: "info@example.net",
    contact: { name: null, title: null, email: "info@example.net", phone: null },
    language: null,
    territory: null,
    source: null,
    need: null,
    hoursAgo: 3.6,
    touches: 1,
    interest: -0.5,
    style: "reader",
  },
  {
    key: "14",
    title: "Lydgate Imaging 伦敦中心:中文沟通",
    account: "lydgateimaging",
    contact: {
      name: "宋佳音",
      title: "Procurement Lead",
      email: "jiayin.song@lydgateimaging.example",
      phone: "+442079460880",
    },
    product: "ward",
    language: "zh",
    territory: "UK",
    source: "referral",
    need: "总部在国内,合同和培训材料都需要中文,请安排会中文的同事联系。",
    budget: [48000, "GBP", "estimated"],
    hoursAgo: 2,
    touches: 6,
    interest: 0.7,
  },
];
