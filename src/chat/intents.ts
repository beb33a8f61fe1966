// What a sentence asks for, in English and Chinese, without a model.
import type { Role } from "../core/model.ts";

export const intents = [
  "my_leads",
  "why",
  "new_lead",
  "team_leads",
  "add_person",
  "privacy",
  "language_en",
  "language_zh",
  "help",
] as const;
export type Intent = (typeof intents)[number];

/** An intent with what followed it: a name, a description. */
export type Understood = { intent: Intent; rest: string };

/** Sentences are folded first: width (so that "：" is ":"), spaces and closing punctuation. Names keep their case. */
export function understand(sentence: string): Understood | undefined {
  const folded = fold(sentence);
  for (const [intent, patterns] of Object.entries(phrases) as [Intent, RegExp[]][]) {
    for (const pattern of patterns) {
      const match = pattern.exec(folded);
      if (match) return { intent, rest: (match.groups?.rest ?? "").trim() };
    }
  }
  return undefined;
}

/** Who can use which; the use cases check again. */
export const intentRoles: Record<Intent, readonly Role[]> = {
  my_leads: ["rep", "manager"],
  why: ["rep", "manager"],
  new_lead: ["rep", "manager"],
  team_leads: ["manager"],
  add_person: ["manager"],
  privacy: ["rep", "manager", "contributor", "operator"],
  language_en: ["rep", "manager", "contributor", "operator"],
  language_zh: ["rep", "manager", "contributor", "operator"],
  help: ["rep", "manager", "contributor", "operator"],
};

/** Longer, more particular phrases come first. */
const phrases: Record<Intent, RegExp[]> = {
  new_lead: [
    /^(?:(?:please )?(?:add|create|save|enter) )?(?:a )?(?:new )?lead\s*[:,]\s*(?<rest>.+)$/is,
    /^(?:(?:please )?(?:add|create|save|enter) )(?:a )?(?:new )?lead(?<rest>)$/i,
    /^new lead(?<rest>.*)$/is,
    /^(?:请|帮我)?(?:新增|新建|录入|添加|登记|加)?(?:一条|一个|条|个)?新?线索\s*[:,]\s*(?<rest>.+)$/is,
    /^(?:请|帮我)?(?:新增|新建|录入|添加|登记|加)(?:一条|一个|条|个)?新?线索(?<rest>)$/i,
    /^新线索(?<rest>.*)$/is,
  ],
  team_leads: [
    /^(?:show |list )?(?:me )?(?:all )?(?:(?:my|our|the) )?team(?:'?s)?(?: open)? leads(?<rest>)$/i,
    /^(?:show |list )?(?:me )?all(?: open)? leads(?<rest>)$/i,
    /^(?:查看|看看|显示|列出)?(?:一下)?(?:我的|我们)?(?:团队|全队|全部|所有人)的?(?:所有)?线索(?:列表)?(?<rest>)$/i,
  ],
  my_leads: [
    /^(?:show |list |what are |see )?(?:me )?(?:all )?(?:my |the )?(?:open |new )?leads(?: list)?(?: please)?(?<rest>)$/i,
    /^(?:what do i have|what is waiting|what'?s waiting|my work)(?: for me)?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|列出|查)?(?:一下)?(?:我的|我名下的?|我手上的?)?(?:所有|全部)?(?:线索|待办)(?:列表|有哪些)?(?<rest>)$/i,
    /^我有(?:哪些|什么|几条)线索(?<rest>)$/i,
  ],
  why: [
    /^why (?:did i get|do i have|was i given|is|was|me for|me) (?<rest>.+?)(?: (?:mine|for me|given to me|assigned to me))?$/i,
    /^why(?: me)?(?<rest>)$/i,
    /^why (?<rest>.+)$/i,
    /^explain (?<rest>.+)$/i,
    /^(?:为什么|为何|凭什么)(?:是我|会?分给我|给我)(?<rest>)$/i,
    /^(?:为什么|为何|凭什么)(?:把)?\s*(?<rest>.+?)\s*(?:会?分给我|是我的|归我|给我)$/i,
    /^(?<rest>.+?)\s*(?:为什么|为何)(?:会?分给我|是我的?|归我|给我)$/i,
    /^(?:为什么|为何)\s*(?<rest>.*)$/i,
    /^(?:解释一下|解释)\s*(?<rest>.+)$/i,
  ],
  add_person: [
    /^add (?:a |an )?(?:new )?(?:person|somebody|someone|colleague|member|team member|rep|user)(?<rest>)$/i,
    /^(?:添加|新增|加|邀请)(?:一个|一位|个|位)?(?:新)?(?:人员|同事|成员|销售|人)(?<rest>)$/i,
  ],
  privacy: [
    /^(?:my )?(?:privacy|consents?)(?<rest>)$/i,
    /^(?:我的)?(?:隐私|授权|同意)(?:设置)?(?<rest>)$/i,
  ],
  language_en: [
    /^(?:in |speak |talk |use |switch to )?english(?: please)?(?<rest>)$/i,
    /^(?:说|用|讲|切换到|改成|换成)?英[文语](?<rest>)$/i,
  ],
  language_zh: [
    /^(?:in |speak |talk |use |switch to )?chinese(?: please)?(?<rest>)$/i,
    /^(?:说|用|讲|切换到|改成|换成)?(?:中文|汉语|普通话)(?<rest>)$/i,
  ],
  help: [
    /^(?:help(?: me)?|\?|menu|commands?|start|hi|hello|hey|good (?:morning|afternoon|evening))(?: ringside)?(?<rest>)$/i,
    /^(?:what can (?:you|i) (?:do|ask|say)(?: here)?|how does this work)(?<rest>)$/i,
    /^(?:帮助|菜单|怎么用|使用说明|说明|你能做什么|你会什么|能做什么|你好|您好|在吗|嗨)(?<rest>)$/i,
  ],
};

function fold(sentence: string): string {
  return sentence
    .normalize("NFKC")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=.)[\s.!?。、,~]+$/u, "");
}

/** Examples nearest to a sentence nobody understood, best first, by shared pairs of letters (Dice, 1945). */
export function nearest(sentence: string, examples: Partial<Record<Intent, string>>): Intent[] {
  const wanted = pairs(fold(sentence).toLowerCase());
  return (Object.entries(examples) as [Intent, string][])
    .map(([intent, example]) => ({
      intent,
      likeness: dice(wanted, pairs(fold(example).toLowerCase())),
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ intent }) => intent);
}

function pairs(text: string): Set<string> {
  const letters = [...text.replace(/\s/g, "")];
  const two = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  return new Set([...two, ...letters.filter((letter) => /\p{Script=Han}/u.test(letter))]);
}

function dice(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
