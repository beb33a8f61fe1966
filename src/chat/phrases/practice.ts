// How people ask to practise, and what they say about a practice in the midst of it.
import type { Control } from "../../core/training/practice/say-turn.ts";

export const practicePhrases = {
  practice: [
    /^(?:please )?(?:i(?:'d| would) like to |i want to |let'?s |let me |can (?:we|i) |start |begin |another )?(?:an? |new )*(?:practi[cs]e|practi[cs]ing|role ?-?play(?:ing)?|spar(?:ring)?|rehearse)(?: session)?(?: against| with)?(?: an?| the)?(?: virtual)?(?: customer)?(?: now| please)?(?:\s*[:,]\s*|\s+(?:on |for |answering )?|$)(?<rest>.*)$/i,
    /^(?:请|给我|我想要?|我要|想要?|开始|再)?(?:来|做|开)?(?:一[次场个轮])?(?:模拟演练|角色扮演|模拟客户|销售演练|演练|对练|陪练|练习)(?:一下|一次|一场|吧)?\s*[::,]?\s*(?<rest>.*)$/,
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
  const words = message
    .normalize("NFKC")
    .trim()
    .replace(/(?<=.)[\s.!。]+$/u, "");
  const found = Object.entries(controlPhrases).find(([, patterns]) =>
    patterns.some((pattern) => pattern.test(words)),
  );
  return found?.[0] as Control | undefined;
}
