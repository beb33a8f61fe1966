// A colleague's answers as drills: the question, the proposal and the offer, in Chinese.
import type { drills as english } from "../en/drills.ts";

export const drills: typeof english = {
  why: (p) => `它通过了这项检查：${p.check}`,
  ask: {
    title: "可以把您的回答用作新同事的练习吗？",
    top: (p) =>
      `${p.skill}：在分享对话的同事里，您答得最稳（通过 ${p.low}–${p.high}% 的检查项，${p.talks} 次对话）。`,
    body: "新同事会听到您分享过的对话里客户说的话，用 90 秒作答，之后再看您是怎么回答的。",
    terms:
      "每一条都先给您看，由您决定。人名、公司、数字和价格都会去掉；只有您同意，才会写上您的名字。随时可以在“隐私”里撤回，撤回后练习随之删除。这件事只问您一次。",
    agree: "好，先给我看第一条",
    decline: "不用了，谢谢",
    agreed: "谢谢。第一条会先发给您看，您同意之前不会使用。",
    declined: "好的。不会使用，也不会再问。",
  },
  proposal: {
    title: "您的回答，同事练习时会看到这样",
    next: "您同意后，由您的主管审核，审核通过才会给同事练习。",
    unnamed: "可以用，不写名字",
    named: "可以用，写上名字",
    leave: "这条不用",
    sent: (p) => `谢谢。${p.name} 审核通过后才会给同事练习。`,
    left: "不使用，内容已删除。",
    nobody: "您的团队目前没有主管，无人可以审核。",
  },
  offer: {
    title: "90 秒：一位同事答得好的异议",
    body: "来自真实的对话。先自己答一遍，再看同事是怎么答的。",
    play: (p) => `练一练 ${p.number}`.trim(),
    answer: (p) => `同事的回答 ${p.number}`.trim(),
    forSkill: (p) => `同事的 90 秒：${p.skill}`,
  },
  list: {
    title: "来自同事的练习",
    none: "还没有同事提供您所用语言的回答。",
    how: "来自同事分享的对话，经本人同意、去除个人信息并由主管审核。",
  },
};
