// The twelve reps: what everybody may know about them, and the latent strengths that decide how their deals end.
import type { Language } from "../../core/model.ts";
import type { Industry, Size, Style } from "../traits.ts";

/** Added to the log-odds of winning (outcome.ts); 0 is average, 0.7 turns 45 % into 62 %. */
type Strengths = {
  industry: Record<Industry, number>;
  size: Record<Size, number>;
  style: Record<Style, number>;
};

/** A rep of the sample: `closed`, `open` and `accepted` say how many deals and leads they have. */
export type RepRow = {
  key: string;
  name: string;
  language: Language;
  timeZone: string;
  offsetHours: number;
  phone: string;
  territories: string[];
  languages: string[];
  licences: Industry[];
  /** Declared, and not always true: Tom and 子豪 think better of themselves than their results do. */
  industries: Industry[];
  capacity: number;
  hiredDaysAgo: number;
  closed: number;
  open: number;
  accepted: number;
  /** Median working hours until the first call or e-mail to a new customer. */
  firstContactHours: number;
  strengths: Strengths;
};

const london = { language: "en", timeZone: "Europe/London", offsetHours: 0 } as const;
const newYork = { language: "en", timeZone: "America/New_York", offsetHours: -5 } as const;
const shanghai = { language: "zh", timeZone: "Asia/Shanghai", offsetHours: 8 } as const;

const average: Strengths = {
  industry: { finance: 0, manufacturing: 0, medical: 0 },
  size: { small: 0, mid: 0, large: 0 },
  style: { reader: 0, watcher: 0, talker: 0 },
};

export const repTable: RepRow[] = [
  {
    key: "ana",
    name: "Ana Ferreira",
    ...london,
    phone: "+442079460901",
    territories: ["UK"],
    languages: ["en", "pt"],
    licences: ["finance", "medical"],
    industries: ["finance"],
    capacity: 12,
    hiredDaysAgo: 1460,
    closed: 58,
    open: 5,
    accepted: 2,
    firstContactHours: 0.7,
    strengths: {
      industry: { finance: 1.1, manufacturing: -0.9, medical: 0 },
      size: { small: -0.6, mid: 0.1, large: 0.7 },
      style: { reader: 0.8, watcher: -0.5, talker: -0.1 },
    },
  },
  {
    key: "ben",
    name: "Ben Okafor",
    ...london,
    phone: "+442079460902",
    territories: ["UK", "US East"],
    languages: ["en"],
    licences: ["finance"],
    industries: ["manufacturing"],
    capacity: 10,
    hiredDaysAgo: 1980,
    closed: 52,
    open: 9,
    accepted: 1,
    firstContactHours: 4,
    strengths: {
      industry: { finance: -0.8, manufacturing: 1.1, medical: 0 },
      size: { small: 0.6, mid: 0.2, large: -0.6 },
      style: { reader: -0.6, watcher: 0.8, talker: 0 },
    },
  },
  {
    key: "priya",
    name: "Priya Nair",
    ...newYork,
    phone: "+12125550101",
    territories: ["US East", "US West"],
    languages: ["en", "hi"],
    licences: ["finance", "medical"],
    industries: ["medical", "finance"],
    capacity: 13,
    hiredDaysAgo: 1120,
    closed: 44,
    open: 4,
    accepted: 1,
    firstContactHours: 1.5,
    strengths: {
      industry: { finance: -0.1, manufacturing: -0.8, medical: 1.1 },
      size: { small: -0.5, mid: 0.5, large: 0.3 },
      style: { reader: 0.6, watcher: -0.6, talker: 0.2 },
    },
  },
  {
    key: "tom",
    name: "Tom Whitfield",
    ...london,
    phone: "+442079460903",
    territories: ["UK"],
    languages: ["en"],
    licences: ["finance", "medical"],
    industries: ["finance", "manufacturing"],
    capacity: 11,
    hiredDaysAgo: 2600,
    closed: 34,
    open: 2,
    accepted: 1,
    firstContactHours: 14,
    strengths: {
      industry: { finance: -0.7, manufacturing: 0.2, medical: 0.6 },
      size: { small: 0.2, mid: 0, large: -0.3 },
      style: { reader: -0.4, watcher: -0.3, talker: 0.8 },
    },
  },
  {
    key: "grace",
    name: "Grace Kim",
    ...newYork,
    phone: "+12125550102",
    territories: ["US East", "US West"],
    languages: ["en", "ko"],
    licences: ["finance", "medical"],
    industries: ["manufacturing", "medical"],
    capacity: 12,
    hiredDaysAgo: 190,
    closed: 12,
    open: 3,
    accepted: 1,
    firstContactHours: 0.4,
    strengths: {
      industry: { finance: 0.1, manufacturing: 0.6, medical: 0.2 },
      size: { small: 0.7, mid: 0, large: -0.5 },
      style: { reader: -0.2, watcher: 0.4, talker: 0.2 },
    },
  },
  {
    key: "leo",
    name: "Leo Marchetti",
    ...london,
    phone: "+442079460904",
    territories: ["UK", "US East"],
    languages: ["en", "it"],
    licences: ["finance"],
    industries: ["finance"],
    capacity: 8,
    hiredDaysAgo: 14,
    closed: 0,
    open: 0,
    accepted: 0,
    firstContactHours: 3,
    strengths: average,
  },
  {
    key: "siyuan",
    name: "陈思远",
    ...shanghai,
    phone: "+862100000901",
    territories: ["华东"],
    languages: ["zh"],
    licences: ["finance", "medical"],
    industries: ["medical"],
    capacity: 12,
    hiredDaysAgo: 1640,
    closed: 56,
    open: 5,
    accepted: 1,
    firstContactHours: 0.6,
    strengths: {
      industry: { finance: -0.7, manufacturing: -0.2, medical: 1.1 },
      size: { small: -0.4, mid: 0, large: 0.6 },
      style: { reader: 0.7, watcher: -0.5, talker: 0 },
    },
  },
  {
    key: "xiaowen",
    name: "林晓雯",
    ...shanghai,
    phone: "+862100000902",
    territories: ["华东", "华南"],
    languages: ["zh", "en"],
    licences: ["finance"],
    industries: ["finance"],
    capacity: 14,
    hiredDaysAgo: 1290,
    closed: 50,
    open: 6,
    accepted: 2,
    firstContactHours: 1.2,
    strengths: {
      industry: { finance: 1.1, manufacturing: -0.8, medical: 0 },
      size: { small: 0.5, mid: 0.2, large: -0.6 },
      style: { reader: -0.5, watcher: 0, talker: 0.8 },
    },
  },
  {
    key: "zihao",
    name: "王子豪",
    ...shanghai,
    phone: "+862100000903",
    territories: ["华北"],
    languages: ["zh"],
    licences: ["finance", "medical"],
    industries: ["finance", "manufacturing"],
    capacity: 15,
    hiredDaysAgo: 900,
    closed: 46,
    open: 2,
    accepted: 1,
    firstContactHours: 7,
    strengths: {
      industry: { finance: -0.9, manufacturing: 1, medical: -0.1 },
      size: { small: -0.5, mid: 0.6, large: 0.2 },
      style: { reader: -0.5, watcher: 0.8, talker: -0.1 },
    },
  },
  {
    key: "yutong",
    name: "周雨桐",
    ...shanghai,
    phone: "+862100000904",
    territories: ["华南", "华北"],
    languages: ["zh"],
    licences: ["finance", "medical"],
    industries: ["medical", "finance"],
    capacity: 12,
    hiredDaysAgo: 760,
    closed: 38,
    open: 3,
    accepted: 1,
    firstContactHours: 3,
    strengths: {
      industry: { finance: 0.5, manufacturing: -0.7, medical: 0.4 },
      size: { small: 0.6, mid: -0.3, large: -0.2 },
      style: { reader: 0.3, watcher: -0.6, talker: 0.5 },
    },
  },
  {
    key: "yiming",
    name: "刘一鸣",
    ...shanghai,
    phone: "+862100000905",
    // Everywhere: he also takes Chinese-speaking customers abroad.
    territories: [],
    languages: ["zh"],
    licences: ["finance", "medical"],
    industries: ["manufacturing"],
    capacity: 10,
    hiredDaysAgo: 160,
    closed: 10,
    open: 1,
    accepted: 1,
    firstContactHours: 2,
    strengths: {
      industry: { finance: -0.2, manufacturing: 0.5, medical: 0 },
      size: { small: 0, mid: 0.2, large: 0.2 },
      style: { reader: 0, watcher: 0.3, talker: 0 },
    },
  },
  {
    key: "jiayi",
    name: "何嘉怡",
    ...shanghai,
    phone: "+862100000906",
    territories: ["华东", "华北"],
    languages: ["zh"],
    licences: ["medical"],
    industries: ["medical"],
    capacity: 8,
    hiredDaysAgo: 14,
    closed: 0,
    open: 0,
    accepted: 0,
    firstContactHours: 3,
    strengths: average,
  },
];
