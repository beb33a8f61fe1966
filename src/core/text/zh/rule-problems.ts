// 规则文本里的错误，用中文说。检查用英文写出（文件和终端也读它），这里逐句译出；没有收录的句子保留原文。

const sentences: readonly [english: RegExp, chinese: string][] = [
  [/^no touch is called "(.*)"/, "没有叫“$1”的行为"],
  [
    /^write (\S+), or name it under "types:" if it is your own$/,
    "改成 $1；自定义的行为请写进 types",
  ],
  [/^name it under "types:" if it is your own$/, "自定义的行为请写进 types"],
  [
    /^no touch can ever match: (.*) and (.*) exclude each other/,
    "没有行为能满足：$1 与 $2 互相矛盾",
  ],
  [/^take one of the two out$/, "请去掉其中一个"],
  [
    /^this is what step (\d+) asks for, so the rule can never match/,
    "第 $1 步要的正是它，规则永远不会触发",
  ],
  [/^take it out, or say what makes it different$/, "请去掉它，或写明不同之处"],
  [/^no library has the talk track "(.*)"/, "话术库里没有“$1”"],
  [/^.*"(\S+)" is negative: time does not run backwards$/, "时长“$1”是负数"],
  [/^.*"(\S+)" is no duration$/, "“$1”不是时长"],
  [/^.*"(\S+)" leaves no time for anything$/, "时长“$1”为零"],
  [/^.*"(\S+)" is more than 100 years$/, "时长“$1”超过 100 年"],
  [/^write a number with s, m, h or d, such as 3d$/, "请写数字加 s、m、h 或 d，例如 3d"],
  [/^"(.*)" of "(.*)" is missing$/, "“$2”缺少 $1"],
  [/^"(.*)" is missing$/, "缺少 $1"],
  [/^add "(.*):"$/, "请补上 $1"],
  [/^"(.*)" of "(.*)" is not known here$/, "“$2”里不能有 $1"],
  [/^"(.*)" is not known here$/, "这里不能有 $1"],
  [/^correct its spelling or take it out$/, "请改正拼写，或去掉它"],
  [/^"(.*)" of "(.*)" has (\d+), and must have at most (\d+)$/, "“$2”的 $1 有 $3 项，最多 $4 项"],
  [
    /^"(.*)" of "(.*)" has (\d+), and must have at least (\d+)$/,
    "“$2”的 $1 有 $3 项，至少要 $4 项",
  ],
  [/^take (\d+) out$/, "请去掉 $1 项"],
  [/^add (\d+) more$/, "请再加 $1 项"],
  [/^(.*), which is no choice$/, "$1，不在可选范围内"],
  [/^use one of (.*)$/, "请从这些里选：$1"],
  [/^"(.*)" is no way to compare/, "“$1”不是比较方式"],
  [/^nothing is asked of it/, "没有写出要求"],
  [/^an absence comes after everything else/, "“没有发生”必须放在最后"],
  [/^an absence alone has no beginning/, "只有“没有发生”，缺少起点"],
  [/^put the touch it follows before it$/, "请在前面写上它所跟随的行为"],
  [/^make it the last step, once$/, "请把它放到最后，且只写一次"],
  [/^this line begins with a tab$/, "这一行以制表符开头"],
  [/^indent with spaces$/, "请用空格缩进"],
  [/^close the quote or bracket$/, "请补上引号或括号"],
  [/^begin this line in the same column as its neighbours$/, "请与上下行对齐"],
  [
    /^correct the YAML here; text with : or # in it goes in quotes$/,
    "请改正此处的 YAML；含 : 或 # 的文字要加引号",
  ],
  [/^"(.*)" is also the rule at .*$/, "“$1”写了两次"],
  [/^give one of the two another id$/, "请给其中一条换一个 id"],
  [/^write (.*)$/, "请写 $1"],
];

/** 一句检查结果的中文说法。 */
export function translateProblem(english: string): string {
  const sentence = String(english).replace(/ \(rule ".*"\)$/, "");
  const found = sentences.find(([pattern]) => pattern.test(sentence));
  return found ? sentence.replace(found[0], found[1]) : sentence;
}
