// Sixty invented companies. Any likeness to a real one is an accident; every domain ends in .example (RFC 2606).
import type { Industry } from "../traits.ts";

/** One company; its domain is `key` + ".example", revenue is in millions of the country's currency. */
export type AccountRow = {
  key: string;
  name: string;
  short: string;
  industry: Industry;
  employees: number;
  revenue: number;
  country: "GB" | "US" | "CN";
  territory: string;
  founded: number;
  /** Became known only lately, through a new lead: no deals yet. */
  fresh: boolean;
};

type Line = [
  key: string,
  name: string,
  short: string,
  industry: Industry,
  employees: number,
  revenue: number,
  founded: number,
  fresh?: "fresh",
];

const british: Line[] = [
  ["hallamvale", "Hallam Vale Building Society", "Hallam Vale", "finance", 2400, 310, 1868],
  ["pennickshore", "Pennick & Shore Asset Management", "Pennick & Shore", "finance", 140, 38, 1999],
  ["tamarmutual", "Tamar Mutual Insurance", "Tamar Mutual", "finance", 860, 120, 1931],
  ["orrerypay", "Orrery Payments Ltd", "Orrery Payments", "finance", 95, 22, 2016],
  ["calderrow", "Calder Row Bank plc", "Calder Row Bank", "finance", 5200, 1150, 1889, "fresh"],
  ["brockholt", "Brockholt Castings Ltd", "Brockholt", "manufacturing", 180, 29, 1954],
  ["stannardvalve", "Stannard Valve Works", "Stannard Valve", "manufacturing", 760, 98, 1937],
  ["ridgelooms", "Ridgeway Looms Ltd", "Ridgeway Looms", "manufacturing", 120, 17, 1972],
  ["eskbearings", "Eskdale Bearings plc", "Eskdale Bearings", "manufacturing", 3100, 480, 1921],
  [
    "thornpack",
    "Thornleigh Packaging Group",
    "Thornleigh",
    "manufacturing",
    1500,
    210,
    1983,
    "fresh",
  ],
  ["ashcombe", "Ashcombe Private Hospitals", "Ashcombe", "medical", 4200, 390, 1978],
  ["lydgateimaging", "Lydgate Imaging Centres", "Lydgate Imaging", "medical", 320, 41, 2004],
  ["fenmoor", "Fenmoor Surgical Ltd", "Fenmoor Surgical", "medical", 150, 24, 1996],
  ["marrick", "Marrick Diagnostics", "Marrick", "medical", 980, 133, 1988],
  ["wyreortho", "Wyre Orthopaedics Ltd", "Wyre Orthopaedics", "medical", 85, 14, 2011, "fresh"],
];

const american: Record<"US East" | "US West", Line[]> = {
  "US East": [
    ["quillhaven", "Quillhaven Savings Bank", "Quillhaven", "finance", 640, 155, 1912],
    ["penobrook", "Penobrook Capital Partners", "Penobrook", "finance", 110, 60, 2003],
    ["tidelock", "Tidelock Insurance Company", "Tidelock", "finance", 3900, 1400, 1947],
    ["granbyforge", "Granby Forge & Tool", "Granby Forge", "manufacturing", 170, 36, 1961],
    ["wexcotton", "Wexcotton Mills Inc.", "Wexcotton", "manufacturing", 2300, 420, 1908],
    ["oldferry", "Old Ferry Plastics", "Old Ferry", "manufacturing", 540, 88, 1979, "fresh"],
    ["larkmont", "Larkmont Health System", "Larkmont", "medical", 8200, 1900, 1955],
    ["cedarspit", "Cedar Spit Diagnostics", "Cedar Spit", "medical", 190, 47, 2009],
  ],
  "US West": [
    ["sandmarch", "Sandmarch Credit Union", "Sandmarch", "finance", 260, 71, 1958],
    ["tallowpine", "Tallowpine Wealth", "Tallowpine", "finance", 70, 25, 2012],
    [
      "basaltworks",
      "Basalt Works Aerostructures",
      "Basalt Works",
      "manufacturing",
      2700,
      610,
      1969,
    ],
    ["kelpandkiln", "Kelp & Kiln Ceramics", "Kelp & Kiln", "manufacturing", 130, 19, 1994],
    ["mesaline", "Mesaline Surgical Centers", "Mesaline", "medical", 880, 205, 2001],
    ["juniperway", "Juniper Way Clinics", "Juniper Way", "medical", 160, 33, 2014, "fresh"],
    ["osprimed", "Osprimed Implants Inc.", "Osprimed", "medical", 2100, 560, 1992],
  ],
};

const chinese: Record<"华东" | "华南" | "华北", Line[]> = {
  华东: [
    ["lanchuan", "苏州澜川精密机械有限公司", "澜川精密", "manufacturing", 680, 420, 2006],
    ["hengmu", "宁波衡牧模具有限公司", "衡牧模具", "manufacturing", 150, 90, 2012],
    ["qiyuanzb", "无锡祁垣装备股份有限公司", "祁垣装备", "manufacturing", 3200, 2600, 1998],
    [
      "shuliangfz",
      "绍兴疏梁纺织科技有限公司",
      "疏梁纺织",
      "manufacturing",
      900,
      510,
      2003,
      "fresh",
    ],
    ["pujinzl", "上海浦槿融资租赁有限公司", "浦槿租赁", "finance", 130, 260, 2015],
    ["huaixinbank", "南京淮莘农村商业银行股份有限公司", "淮莘农商行", "finance", 2900, 3100, 1996],
    ["yunhengbx", "杭州芸衡保险代理有限公司", "芸衡保代", "finance", 420, 330, 2010],
    ["haoyuxt", "合肥皓屿信托有限责任公司", "皓屿信托", "finance", 240, 680, 2002],
    ["jingqiyl", "上海旌祺医疗器械有限公司", "旌祺医疗", "medical", 180, 140, 2013, "fresh"],
    ["ruomingyy", "杭州若茗康复医院有限公司", "若茗康复", "medical", 760, 380, 2009],
    ["taihengjc", "苏州泰珩医学检验所有限公司", "泰珩检验", "medical", 350, 210, 2014],
    ["dongluyy", "济南东麓医院集团有限公司", "东麓医院集团", "medical", 5100, 2900, 1986],
  ],
  华南: [
    ["nanweidz", "深圳楠维电子有限公司", "楠维电子", "manufacturing", 1700, 1300, 2005],
    ["boranjj", "佛山铂岚家具制造有限公司", "铂岚家具", "manufacturing", 190, 110, 2011],
    ["zhuohaiqp", "东莞卓澥汽车零部件有限公司", "卓澥汽配", "manufacturing", 2400, 1750, 2001],
    ["yuelingxd", "广州越聆小额贷款有限公司", "越聆小贷", "finance", 90, 70, 2016],
    ["haiyingjr", "深圳海萦金融科技有限公司", "海萦金科", "finance", 480, 540, 2017, "fresh"],
    ["xiajingzq", "海口霞泾证券有限公司", "霞泾证券", "finance", 2100, 2300, 1995],
    ["mingtaiyl", "珠海茗泰影像设备有限公司", "茗泰影像", "medical", 160, 130, 2012, "fresh"],
    ["lvluokq", "广州绿洛口腔医疗集团有限公司", "绿洛口腔", "medical", 1300, 720, 2007],
    ["nanxisw", "深圳楠溪生物材料有限公司", "楠溪生物", "medical", 2200, 1650, 2004],
  ],
  华北: [
    ["jinhengzg", "天津津蘅重工有限公司", "津蘅重工", "manufacturing", 4600, 3900, 1989],
    ["fencenbf", "太原汾岑泵阀有限公司", "汾岑泵阀", "manufacturing", 310, 180, 2002],
    ["yanzhaobz", "石家庄燕沼包装有限公司", "燕沼包装", "manufacturing", 140, 85, 2010, "fresh"],
    ["jingluojj", "北京景络基金管理有限公司", "景络基金", "finance", 120, 310, 2013],
    ["beichenbx", "北京北宬财产保险股份有限公司", "北宬财险", "finance", 3600, 5200, 2000],
    ["hailuojr", "天津海珞消费金融有限公司", "海珞消金", "finance", 720, 980, 2015],
    ["qingheyl", "北京清壑医疗科技有限公司", "清壑医疗", "medical", 420, 350, 2011],
    ["huaiyangyy", "保定槐旸医院有限公司", "槐旸医院", "medical", 2600, 1200, 1993],
    ["shuokangsb", "唐山朔康医用设备有限公司", "朔康设备", "medical", 170, 95, 2008],
  ],
};

export const accountTable: AccountRow[] = [
  ...british.map((line) => toRow(line, "GB", "UK")),
  ...toRows(american, "US"),
  ...toRows(chinese, "CN"),
];

function toRows(byTerritory: Record<string, Line[]>, country: "US" | "CN"): AccountRow[] {
  return Object.entries(byTerritory).flatMap(([territory, lines]) =>
    lines.map((line) => toRow(line, country, territory)),
  );
}

function toRow(line: Line, country: AccountRow["country"], territory: string): AccountRow {
  const [key, name, short, industry, employees, revenue, founded, fresh] = line;
  const facts = { key, name, short, industry, employees, revenue, founded };
  return { ...facts, country, territory, fresh: fresh === "fresh" };
}
