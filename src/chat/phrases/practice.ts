// How people ask to practise, and what they say about a practice in the midst of it.
import type { Level } from "../../core/training/practice/practice-row.ts";
import type { Control } from "../../core/training/practice/say-turn.ts";

export const practicePhrases = {
  practice: [
    /^(?:please )?(?:i(?:'d| would) like to |i want to |let'?s |let me |can (?:we|i) |start |begin |another )?(?:an? |new )*(?:practi[cs]e|practi[cs]ing|role ?-?play(?:ing)?|spar(?:ring)?|rehearse)(?: session)?(?: against| with)?(?: an?| the)?(?: virtual)?(?: customer)?(?: now| please| pls| plz)?(?:\s*[:,]\s*|\s+(?:on |for |answering )?|$)(?<rest>.*)$/i,
    /^(?:请|给我|我想要?|我要|想要?|开始|再)?(?:来|做|开)?(?:一[次场个轮])?(?:模拟演练|角色扮演|模拟客户|销售演练|演练|对练|陪练|练习)(?:一下|一次|一场|吧)?\s*[::,]?\s*(?<rest>.*)$/,
    /^(?:training|train me|rehearsal|训练|培训|陪练一下)(?<rest>)$/i,
    /^(?:我想|我要|我们|来)?(?:练一练|练练|练一下|练一场|练一次)(?:吧)?\s*[::,]?\s*(?<rest>.*)$/,
  ],
} satisfies Record<string, RegExp[]>;

/** Whole messages only: "stop" is about the practice, "please stop calling us" is said to the customer. */
const controlPhrases: Record<Control, RegExp[]> = {
  pause: [
    /^(?:please )?pause(?: (?:it|the )?(?:practice|clock)?)?$/i,
    /^(?:请)?(?:先)?暂停(?:一下|演练)?$/,
  ],
  resume: [
    /^(?:resume|continue|go on|unpause)(?: (?:the )?practice)?$/i,
    /^(?:继续|恢复)(?:演练|练)?(?:吧)?$/,
  ],
  stop: [
    /^(?:stop|end|quit|exit|give up|i give up|abort|cancel)(?: (?:it|the )?(?:practice|session)?)?$/i,
    /^(?:结束|停止|放弃|退出|不练了|不演了)(?:演练|练习)?(?:吧)?$/,
  ],
  help: [/^(?:help|\?)$/i, /^(?:帮助|怎么用)$/],
};

/** What a message says about the practice itself, if that is all it says. */
export function controlIn(message: string): Control | undefined {
  const words = bare(message);
  const found = Object.entries(controlPhrases).find(([, patterns]) =>
    patterns.some((pattern) => pattern.test(words)),
  );
  return found?.[0] as Control | undefined;
}

const againPhrases: readonly (readonly [Level, RegExp])[] = [
  [
    0,
    /^(?:again|once more|one more(?: time)?|another (?:one|round)|再来(?:一[次场遍轮])?|再练(?:一[次场遍轮])?)(?: please|吧)?$/i,
  ],
  [
    1,
    /^(?:(?:make it |a bit )?(?:harder|tougher)|(?:再)?难(?:一)?点(?:的)?|更难(?:一点)?|加大?难度)(?: please|吧)?$/i,
  ],
  [
    -1,
    /^(?:(?:make it |a bit )?easier|(?:再)?(?:简单|容易)(?:一)?点(?:的)?|降低难度)(?: please|吧)?$/i,
  ],
];

/** How a practice that is over is to be played once more: as it was, harder or easier. */
export function againIn(message: string): Level | undefined {
  const words = bare(message);
  return againPhrases.find(([, pattern]) => pattern.test(words))?.[0];
}

function bare(message: string): string {
  return message
    .normalize("NFKC")
    .trim()
    .replace(/(?<=[^\s.!。])[\s.!。]+$/u, "");
}
