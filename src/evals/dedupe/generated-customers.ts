// Made-up contacts of made-up companies, in English and Chinese, some of them entered twice by other hands.
import type { ComparedContact } from "../../core/identity/duplicates/customer-columns.ts";
import { createRandom, type Random } from "../../sample/random.ts";
import { duplicateReaders } from "../../sources/duplicates/readers.ts";

export type GeneratedCustomer = ComparedContact & { entity: number };

const given =
  "anna ben clara david emma felix grace henry ines jonas karen liam maria noah olga paul quinn rosa simon tara vera yara".split(
    " ",
  );
const beginnings =
  "al ber cor dun eck fair gold hart ib jans kel lind mor nor ost pet rad sand thorn ul wes".split(
    " ",
  );
const endings =
  "berg by dale er feld ford gaard heim ing ker land man mann now quist rup sen son stad ton vik worth".split(
    " ",
  );
const trades = [
  "Technology",
  "Trading",
  "Medical",
  "Electronics",
  "Software",
  "Logistics",
  "Energy",
];
const forms = [" Ltd", " GmbH", " SAS", ", Inc.", " B.V.", ""];
const families = [..."王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹"];
const givenHan = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰红梅建国文斌婷雪慧宇浩然子轩欣怡",
];
const brandHan = [..."海天云星宏远东方盛金鼎新瑞恒信博达嘉禾蓝图广源卓越智联创凯迪安康永泰"];
const tradesHan = ["科技", "贸易", "医疗", "电子", "软件", "物流", "能源"];
const placesHan = ["上海", "北京", "深圳", "苏州", ""];

/** So many of the records are a second entry of another. */
const doubles = 0.1;
const contactsPerCompany = 5;

/** `count` records, always the same. */
export function generateCustomers(count: number): GeneratedCustomer[] {
  const random = createRandom(7, "customers");
  const firsts = Math.round(count * (1 - doubles));
  const companies = Array.from({ length: Math.ceil(firsts / contactsPerCompany) }, (_, number) =>
    createCompany(number, random),
  );
  const rows = Array.from({ length: firsts }, (_, entity): GeneratedCustomer => {
    const { isHan, company, domain } = random.pick(companies);
    const name = isHan ? hanName(random) : latinName(random);
    const local = duplicateReaders.spell(name).replaceAll(" ", ".");
    return {
      ...{ entity, name, company, phone: random.chance(0.7) ? mobile(random) : null },
      email: random.chance(0.8) ? `${local}${random.whole(1, 99)}@${domain}` : null,
    };
  });
  for (let copy = firsts; copy < count; copy += 1)
    rows.push(enterAgain(rows[random.whole(0, firsts - 1)] as GeneratedCustomer, random));
  return rows;
}

type Company = { isHan: boolean; company: string; domain: string };

function createCompany(number: number, random: Random): Company {
  if (random.chance(0.5)) {
    const brand = [1, 2, 3].map(() => random.pick(brandHan)).join("");
    const company = `${random.pick(placesHan)}${brand}${random.pick(tradesHan)}有限公司`;
    return {
      isHan: true,
      company,
      domain: `${duplicateReaders.spell(brand).replaceAll(" ", "")}${number}.cn`,
    };
  }
  const brand = random.pick(beginnings) + random.pick(endings) + random.pick(endings);
  const company = `${toTitle(brand)} ${random.pick(trades)}${random.pick(forms)}`;
  return { isHan: false, company, domain: `${brand}${number}.com` };
}

const toTitle = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const latinName = (random: Random) =>
  `${toTitle(random.pick(given))} ${toTitle(random.pick(beginnings) + random.pick(endings))}`;
const hanName = (random: Random) =>
  random.pick(families) + random.pick(givenHan) + (random.chance(0.7) ? random.pick(givenHan) : "");
const mobile = (random: Random) =>
  `+861${random.whole(30, 99)}${random.whole(10_000_000, 99_999_999)}`;

/** The same person as another colleague would type them: two or three things are different. */
function enterAgain(row: GeneratedCustomer, random: Random): GeneratedCustomer {
  const again = { ...row, name: writeName(row.name ?? "", random) };
  if (random.chance(0.6)) again.email = null;
  else if (row.email && random.chance(0.3)) again.email = row.email.replace(/\d+@/, "@");
  if (random.chance(0.4)) again.phone = null;
  else if (row.phone) again.phone = row.phone.replace("+86", random.chance(0.5) ? "0086 " : "");
  again.company = writeCompany(row.company ?? "", random);
  return again;
}

function writeName(name: string, random: Random): string {
  if (/\p{Script=Han}/u.test(name)) {
    const [family = "", ...others] = duplicateReaders.spell(name).split(" ");
    if (random.chance(0.5)) return name;
    return random.chance(0.5) ? `${others.join("")} ${family}` : `${family} ${others.join("")}`;
  }
  const [first = "", last = ""] = name.split(" ");
  return random.pick([
    name,
    `${last}, ${first}`,
    `${first.charAt(0)}. ${last}`,
    slip(name, random),
  ]);
}

function writeCompany(company: string, random: Random): string {
  const short = company.replace(
    /^(?:上海|北京|深圳|苏州)|有限公司$|,? (?:Ltd|GmbH|SAS|Inc\.|B\.V\.)$/g,
    "",
  );
  if (random.chance(0.4)) return company;
  return random.chance(0.7) || /\p{Script=Han}/u.test(short) ? short : slip(short, random);
}

/** One letter left out. */
function slip(text: string, random: Random): string {
  const at = random.whole(1, text.length - 2);
  return text.slice(0, at) + text.slice(at + 1);
}
