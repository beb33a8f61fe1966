// How people who decide are spoken of. NAME stands for the name.

/** "Marta in finance", "Marta from the Leeds office". */
const where =
  "(?: (?:in|from|at|over (?:in|at)) (?:the |their )?[a-z]+(?: (?:team|office|department|dept|side))?)?";
const adverbs =
  "(?:also|now|personally|still|alone|then|ultimately|always|usually|only|really|actually|just|normally|is the (?:one|person) (?:who|that)|is who|who|will|has to|have to|needs to|must|can|could|gets to|going to|is going to|is|to|be|the one)";
const power =
  "(?:(?:final |last |ultimate |sole )*(?:say|word|sign[- ]?off)|(?:final |last |ultimate |sole )+(?:decision|call|approval|ok)|pen|purse(?: strings)?|che(?:que|ck) ?book|signing (?:authority|power|rights)|signature(?: authority| power)?|authority (?:to (?:sign|approve|decide)|for (?:this|it))|approval authority|right to sign)";
const answer =
  "(?:(?:final|last|definite|formal) )*(?:answer|go-?ahead|green light|nod|ok|okay|approval|sign-?off|yes|thumbs up|blessing|verdict|decision)";
const decides =
  "(?:decid(?:es?|ing)|sign(?:s|ing)?(?! up(?! to)| in(?! ))|approv(?:es?|ing)|green-?lights?|calls? the shots|calling the shots|pulls? the trigger|" +
  "mak(?:es?|ing) (?:all )?(?:the|that|this|every|all|those|these) (?:final |buying |purchas\\p{L}{1,6} )*(?:calls?|decisions?)|" +
  `(?:has|have|holds?|owns?|holding) (?:the |all the |full |our |their )*${power}|owns? the (?:decision|budget|call)|holds? the budget|` +
  `giv(?:es?|ing) (?:us |me |them )?(?:the |an |their |his |her |a )?${answer}|(?:gets?|comes?) back (?:to (?:us|me) )?with (?:the |an |a |his |her |their )?(?:final )?(?:answer|decision|verdict))`;
const decider =
  "(?:(?:real|final|actual|ultimate|sole|key|main|only|new|true|top) )*(?:decision[- ]?maker|dm(?! me)|economic buyer|signer|signatory|approver|decider|(?:final )?authority|one (?:who |that )?(?:decides|signs|approves|signing|deciding|approving|calling the shots)|one with (?:the )?(?:final|last) (?:say|word))";
const head =
  "(?:decision[- ]?maker|(?<![a-z])dm|economic buyer|signer|signatory|approver|decider|(?:final|last|ultimate) (?:say|word)|(?:the |final |last |ultimate )?(?:sign[- ]?off|approval|decision(?![- ]?makers?)|signature|green light|go-?ahead|nod)|final (?:call|ok|answer)|answer)";
const link =
  "(?: (?:here|there)| (?:for|at|on|of) [^,.]{2,24}?(?=(?:'s| is| =|:) ))?(?:'s| is| are| was|:| =| -)?(?: (?:now|actually|definitely|clearly|still|then|ultimately|will be))*(?: (?:sits?|lies?|rests?|belongs?|comes?|goes|stays?|remains?|up|down|made|has to come|needs to come|must come|have to come))?(?: (?:with|from|by|to))?";

/** English ways to say who decides. */
export const latinDecides: readonly string[] = [
  "(?<!\\p{Script=Latin})NAME ?(?:是|就是|才是) ?(?:the |他们的)?(?:decision[- ]?maker|economic buyer|approver|signer|final approver)",
  `(?<!\\p{Script=Latin})NAME${where}(?: |'ll )(?:${adverbs} )*${decides}(?![a-z])`,
  `(?<!\\p{Script=Latin})NAME${where}(?: is| was confirmed as| turn(?:s|ed) out to be|'s| remains| will be) (?:the |our |their |now |actually |also |a |still )*${decider}(?![a-z])`,
  `(?<!\\p{Script=Latin})NAME's (?:call|decision|to (?:sign|decide|approve)|${answer}|signature|final word)(?![a-z])`,
  `(?<![a-z])(?:${head})${link} (?:the |their )*NAME`,
  "(?<![a-z])(?:decides|signs(?: off)?|approves|signed by|final say|decision by)(?: ?[:=]| -) ?NAME",
  `(?<![a-z])(?:chang|updat|switch|set)\\p{L}{0,4} (?:the |their )?(?:${head})(?: [^,]{2,32}?)? to NAME`,
  "(?<![a-z])(?:to|with|by) (?:the |their )?NAME for (?:(?:the |a |final |their )*)(?:approval|sign[- ]?off|signature|decision)(?![a-z])",
  "(?<![a-z])(?:approved|signed off|decided|signed) (?:by|from) (?:the |their )*NAME",
  "(?<![a-z])(?:one|person|guy|woman|man|lady) (?:who|that) (?:signs|decides|approves|makes the (?:call|decision))(?: it| this| off| on (?:it|this))?(?: (?:at|for|in) [^,]{2,24}?)?(?: there)? is NAME",
  "(?:(?:it's|it is|is|all|now|entirely) (?:up|down) to|buck stops with|hinges on|hangs on|hands of) (?:the |their )*NAME(?= to (?:sign|decide|approve|give)|'s (?:ok|signature)|$)",
  "(?:waiting (?:for|on)|needs?|get|getting) (?:the |their )*NAME(?= to (?:sign|approve|decide|give))",
];

/** A department and a title before a Chinese name. */
const post =
  "(?:他们|客户|对方|公司|集团|总部|分管|新来|新任|那边)*的?(?:的|生产|技术|采购|财务|销售|运营|信息|设备|质量|研发|工程|人事|行政|市场|商务|供应链|法务|it)*(?:部|中心|处|科)?的?(?:一把手|大老板|(?:常务)?副?(?:总裁|总经理|总监|总)|部长|厂长|院长|主任|经理|老板|负责人|董事长|ceo|cto|cfo|cio|coo|vp)?\\s?";
const hanVerb =
  "(?:拍板|发话|说话算数?|拍了板|拍的板|签的字|定的板|说了算|做主|作主|做(?:最终|最后)?(?:的)?决定|出决定|决定|决策|定(?!金|价|制|位|在|好|于|的|了)|签字|签批|签(?=合同|的|[,;。]|$|\\s|单)|审批(?!流程|人)|批(?!量|次)|点头|给(?:我们?|个|我|出|咱们?|最终|最后|明确|正式)*(?:的)?(?:答复|回复|准话|准信|结果|答案|结论|回话|说法)|答复|终审|有?(?:最终)?决策权|有最终决定权)";
const hanBetween =
  "(?:那边|这边|那里|那儿|本人|亲自|最后|最终|会|来|要|去|今天|明天|后天|,|\\s|下?下?个?(?:周|星期|礼拜)[一二三四五六日天]?(?:前|之前)?|这?周[一二三四五六日天]?|月底|月末|(?<!\\d)\\d{1,2}(?:月\\d{0,2})?[号日]?(?!\\d)|[一二两三\\d]天后|之前|前|就|再|才|上午|下午|给个?|负责|一票|(?:元旦|春节|国庆|五一|中秋|端午|清明|节|放假|假期)(?:之|以)?后|开会|一个人|自己|直接|可以|能|有权|必须|得|需要|马上|已经?|都|也|在|还)*";
const hanHead =
  "(?:(?:最终|最后|真正|能|可以|实际|关键)*(?:决策人|决策者|拍板(?:的|人|的人)?|话事人|签字(?:人|的|的人)|说了算的(?:人)?|做主的(?:人)?|管事的|(?:批|签|定)的人?|审批人|决策|审批|decision[- ]?maker|economic buyer|approver|signer|dm(?![a-z])))";
const hanLink =
  "(?: ?(?:换了|变了|改了)?[,\\s]?(?:已经|现在|目前|还|就|才|应该|其实|实际|从[^,]{1,6})*(?:是|为|:|=|在|归|换成|变成|改成|换|改为)了? ?)?";

/** Chinese ways. */
export const hanDecides: readonly string[] = [
  "NAME ?(?:是|就是|才是) ?(?:他们的?|the )? ?(?:final |real |key |main |最终|真正)*(?:decision[- ]?maker|economic buyer|approver|signer)",
  `NAME ?${hanBetween}${hanVerb}`,
  "NAME(?:是|就是|才是|为)(?:他们|客户|对方)?的?(?:最终|最后|真正|实际|唯一|这个项目|项目)?的?(?:决策人|决策者|拍板人?|关键决策人|话事人|签字人|审批人|最终决策|拍板的|说话算数?的|说了算的)",
  `${hanHead}${hanLink}${post}NAME`,
  `(?:决定|决策|拍板|签字|审批|签批)权(?:现在|目前|还)?(?:在|归|是|属于)${post}NAME`,
  `(?:等|要|需要|得|由|找|请|需|还得|归)${post}NAME(?:那边|本人|亲自|最后|最终|来|去|明天|下?周[一二三四五六日天]?)*(?:拍板|决定|定|签字|签|批|审批|点头|给(?:个)?(?:答复|回复|准话)|答复|过目|同意)`,
  "(?:要看|看|听)NAME(?:的(?=[,;。]|$)|的意思|的决定|拍板|怎么定|定)",
  "过NAME(?:那|这)(?:一)?关",
];

/** What two clauses say together; where one denies somebody, the other names who decides instead. */
export const decidesAcross: readonly { pattern: string; isHan: boolean }[] = [
  {
    pattern:
      "(?:n't|not|cannot|never|no longer) [^,.]{0,24}?(?:decide|sign|approve|decision|call|dm|signer)[^,.]{0,16}[,.] ?(?:but |only )*(?:it's |its |that's |that is |that would be )NAME\\s*$",
    isHan: false,
  },
  {
    pattern:
      "(?:n't|not|cannot|never|no longer) [^,.]{0,24}?(?:decide|sign|approve|decision|call|dm|signer)[^,.]{0,16}[,.] ?(?:but |only )*NAME (?:does|is|can|has to)\\s*$",
    isHan: false,
  },
  {
    pattern:
      "(?<!\\p{Script=Latin})NAME, ?(?:the |our |their )?(?:decision[- ]?maker|dm|signer|approver|decides|signs)\\s*$",
    isHan: false,
  },
  {
    pattern: "NAME[,(—:\\s]+(?:是)?(?:决策人|决策者|拍板人?|签字人|话事人)(?=[,;)\\s]|$)",
    isHan: true,
  },
  {
    pattern: `(?:不是[^,]{1,12}(?:拍板|决定|定|签字|说了算|做主)|说了不算|做不了主|拍不了板|定不了|没有?(?:决定|决策|拍板|签字)权|不是(?:决策人|拍板人|拍板的))[,\\s]?(?:而|真正|最后|最终|其实|拍板|决策|说了算|还|的|人)*(?:是|得找|要找|找|得|要|看|由|归)${post}NAME(?=[,\\s]|才|拍板|定|签|说了算|$)`,
    isHan: true,
  },
];
