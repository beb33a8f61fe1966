// What patterns of words mean, fact by fact. {name} is a word of either language (en.ts, zh.ts), ~ a short gap, & both orders.
import type { Stage } from "../../../model.ts";
import type { Facts, LossReason, NextStep } from "../understood.ts";

/** A meaning and the patterns that carry it. `denied` where the pattern itself holds the negation. */
export type Meaning<T> = { value: T; patterns: readonly string[]; denied?: boolean };

/** Stages by name, as people say them when they move a deal. */
export const stageNames: readonly (readonly [Stage, string])[] = [
  ["new", "new|新建|新线索"],
  ["contacted", "contacted|contact|初步接触|已联系|接触"],
  ["qualified", "qualified|qualification|discovery|需求确认|已确认需求|资格确认|合格"],
  ["proposal", "proposal|proposals|quoting|quote|quoted|方案报价|报价|方案|提案"],
  [
    "negotiation",
    "negotiations?|negotiating|contracting|contract|商务谈判|谈判|合同谈判|合同|商务",
  ],
  ["won", "closed[- ]won|won|赢单|成交|已成交|赢"],
  ["lost", "closed[- ]lost|lost|丢单|输单|战败|已丢"],
];

/** A name follows: the deal is put into that stage. */
export const stageMoves: readonly string[] = [
  "(?<![a-z])(?:move[sd]?|moving|push(?:ed)?|bump(?:ed)?|advance[sd]?|mark(?:ed)?|set|update[sd]?|put|shift(?:ed)?|goes|gone|went|progress(?:ed)?|change[sd]?|promote[sd]?|back|now)(?![a-z]).{0,40}?(?<![a-z])(?:to|as|into|in) (?:the )?(?:stage )?(?:NAMES)(?: stage)?(?= *(?:$|[,.;!)]|please|now|stage|today|from|at|with))",
  "^(?!\\s*(?:straight|next|on|off) )[\\p{L}\\p{N}&'. -]{2,40}? (?:to|into|->|=>) (?:NAMES)(?: stage)?\\s*$",
  "stage(?: is)?(?: now)?[: =]+(?:NAMES)",
  "(?:转成|推进到|推到|进入到?|进到|转到|转为|改到|改成|改为|更新为|更新到|标记为|标为|标成|移到|调到|挪到|到了|挪回|退回到?|调回)了?(?:NAMES)(?:阶段|环节|流程|商机)?",
  "(?:放|提|升|切|换|走)[到进]了?(?:NAMES)(?:阶段|环节|流程)",
  "阶段[::是]+(?:NAMES)",
];

/** Moves that have happened, told by what was done. */
export const stageFacts: readonly Meaning<Stage>[] = [
  {
    value: "contacted",
    patterns: [
      "(?:spoke|talked|chatted|met|connected|got (?:off|through|hold)|reached|had|got in touch)~(?:with|to|of|{call}|{meeting}|at)",
      "(?:first|intro|discovery|introductory|initial|cold)~(?:{call}|{meeting}|chat|contact|conversation)~(?:done|went|was|happened|completed|held|with)",
      "(?:{call}|{meeting})~(?:done|went|was great|was good)",
      "(?:just |got )?off (?:the phone|a call|a zoom|a teams call) with",
      "answered my (?:call|email|message)|replied to my|made contact|contacted(?! us)",
      "通上(?:了)?(?:话|电话)|回了?我?(?:微信|消息|邮件|电话)了|第一次[^,]{0,6}(?:见面?|聊|通了?电话|打了?电话|通话|沟通|联系上)|加了?[^,]{0,6}微信|(?:联系上|聊了|聊过|聊完|打通了|沟通了|沟通过|接触了|拜访了|见了|见过|见到|认识了|对接上|接通了|加上微信|通上话)",
      "(?:刚|已经?|昨天|今天|上午|下午|早上)[^,]{0,16}(?:聊|沟通|见面|通话|打[^,]{0,3}电话|通了?[^,]{0,3}电话|联系|拜访)(?:了|过|完)?",
      "(?:通完|打完|开完)[^,]{0,4}(?:电话|会)|初步沟通|首次(?:沟通|拜访|接触)",
    ],
  },
  {
    value: "qualified",
    patterns: [
      "(?<![a-z])(?:is |are |now |fully |got )*qualified(?![a-z])|bant",
      "(?:need|needs|requirements|pain|use case|scope)~(?:confirmed|validated|clear|real|agreed|signed off|nailed down|locked)",
      "(?:confirmed|validated|agreed)~(?:the need|needs|requirements|use case|scope)",
      "(?:算|是|属于|成为|转为|已是)(?:个|一个)?(?:合格|有效)的?(?:商机|线索|客户|机会)|需求(?:(?:和|、|与|跟)(?:预算|时间|决策人|范围))?(?:都|已经?|也)*(?:确认|明确|清楚|对齐|梳理|摸清|核实|定)[^,]{0,3}|确认了?[^,]{0,4}需求|真实需求|需求(?:是|都是|确实)*(?:真的|真实|靠谱)|资格确认|立项(?:了|通过|完成)|(?:已经?|刚)立项",
    ],
  },
  {
    value: "proposal",
    patterns: [
      "{quote} & {sent}",
      "{quote}(?:'s)? (?:out|over|across)(?! .{0,24}(?:tomorrow|next|by |mon|tue|wed|thu|fri|sat|sun|on the|\\d(?:st|nd|rd|th)))(?= to | with | today| this|,|$)",
      "(?:^\\s*|(?<![a-z])(?:we|i|just|already|have|i've|we've|been|and|were|was|re-?) ?)quoted(?! as)(?![a-z])",
      "{quote}(?:'s| is| are| now)* (?:in \\p{L}{2,20}(?:'s|s') (?:inbox|hands)|(?<=(?:is|are|'s|now) )with (?!(?:their |the |our )?(?:legal|procurement|purchasing|lawyers?|counsel|contracts))\\p{L}{2,20})",
      "(?:gave|given|handed) (?:them|him|her|\\p{L}{1,40})~{quote}",
      "(?:they|he|she|customer|\\p{L}{1,40}) (?:has|have|got|received) (?:the|our) {quote}",
      "{quote}[^,]{0,6}(?:发|寄|投)(?:到|进|给)?[^,]{1,8}(?:邮箱|微信|群|邮件)里?上?了|(?<![汇申填上])报过去了",
      "收到了?(?:我们的?)?(?:报价|方案|标书)(?!请求|需求|要求)|报了(?:个)?价|报价(?:单|书)?(?:了|也)?(?:已|给)|(?:报价|方案|标书|投标)[^,]{0,6}(?:客户|对方|那边)?(?:收到|递交)了?|已投标|已(?:经)?报价(?!单)|(?:我们|我|咱们)报(?:了|的)?(?=[\\d一二三四五六七八九十￥¥$])",
    ],
  },
  {
    value: "negotiation",
    patterns: [
      "{contract}~{underReview}~{legal}",
      "{legal} ?(?:那边|这边)? ?(?:在|正在|正) ?(?:review|redline|check|看|审)",
      "{legal}的?(?:修改)?(?:意见|批注|反馈|红线)[^,]{0,4}(?:回来|来了|给了|收到|发来)|(?:在|正在)改(?:合同|协议|条款)(?!模板|范本)",
      "{legal}~(?:going (?:over|through)|reviewing|is reviewing|redlining|marking up|has|have|is on|working|sent back)~(?:{contract}|it)",
      "(?<![a-z])(?:at|with|in|to|into|through) (?:their |the |our |its )?{legal}(?![a-z])",
      "{legal} (?:is |are |now |currently |already )*(?:reviewing|redlining|looking|marking|has it|have it|got it)",
      "{contract}~(?:negotiat|under review|in review|redlined|being reviewed|came back|back with)",
      "redlines (?:are |came |got |in|back)|negotiating (?:the )?(?:terms|contract|price|msa)|(?:in|into|entered|started) (?:contract )?negotiations?",
      "{contract} ?(?:已经?|在|都|也|正在|开始|正|进入|进|还在)*(?:走|过|审批?|审核)(?:着|合同)?(?:他们|对方|客户|甲方|公司)?的?(?:内部)?(?:流程|程序|审批|法务|采购|内审|中|了)",
      "走(?:合同|审批|采购|法务|商务)?流程|走(?:合同|法务)(?!款)|{contract}[^,]{0,8}{underReview}[^,]{0,4}{legal}|{legal}(?:那边|这边|部门?|部|正|已经?)*(?:在|正在|开始|已经?|正)(?:看|审|过|走|改)|{legal}审核?(?:中|着)|进(?:入)?(?:了)?(?:商务|合同|商务合同)?谈判|(?:合同|条款)(?:在|正在)?(?:谈|磋商|修改|来回改)",
    ],
  },
  {
    value: "won",
    patterns: [
      "{bothSides}|章(?:都|已经?|也)*(?:齐|全)了",
      "{po} & (?:got|received|came in|came through|landed|arrived|in hand|attached|issued|收到|拿到|到手|已到|到了|来了|下来了?|下达|发来|发过来|寄来|已下)",
      "(?:they|customer|client|\\p{L}{2,40})(?:'ve| have| has| just| already| finally)* (?:sent|emailed|issued|raised) (?:us |me |over )*(?:the|their|a|its) (?:signed )?{po}",
      "(?:have|has|'ve|with|here's) (?:the|their|a|signed) {po}|{po} (?:is |just |has |finally )*(?:in|here|hit|landed|came)(?! (?:next|progress|the works))",
      "^[^,]{2,28}?[ >=:-]+won [$£€¥]?\\d|closed[- ]won|fully executed|(?:we|i) (?:just |have |finally |officially )*won(?: it| the deal| this| \\p{L}{1,40})?|deal (?:is )?won|is (?:a )?(?:win|won)(?![a-z])|(?:^\\s*|(?<![a-z])(?:we|i|just|have|'ve|finally|officially) )won (?:it|(?:the|this|that) (?:deal|one))",
      "(?:contract|agreement|msa|deal|order form|paperwork|it)(?:'s| is| was| has been| got| are| all)* (?:all )?(?:signed|executed|inked)(?! off)",
      "(?<![a-z])(?:signed|inked|executed) (?:the |our |a )?(?:\\p{L}{1,40} ){0,2}(?:contract|agreement|msa|deal|order form)|(?:they|customer|client)(?:'ve| have| has| just| finally| both| all)* signed(?! (?:off|up))|^[\\p{L}\\p{N}&'. -]{2,30}? (?:have |has |just |finally |is )*signed(?! (?:off|up|by))",
      "signed (?:contract|copy|agreement|paperwork) (?:is )?(?:back|in|received|here|came)",
      "赢单|赢了|(?<!(?:想|要|被|让|希望|争取|打算)[^,]{0,10})拿下(?:了|\\s*$)|中标了|(?:已经?|正式)成交|成交了|(?:客户|对方|已经?|正式|刚|终于)[^,]{0,6}下单了?|下单了|下了(?:po|订单|单)|{contract}[^,]{0,6}(?:签了|签完|已签|签好|签下来了|签署了|签署完|盖完章|双签)|(?:已经?|刚|正式|终于|今天|昨天)[^,]{0,6}(?:签了(?!字)|签完|签约了?|签下来了?|签署了)|签(?:约|单|完|好|下来)了(?!字)|^[^,]{0,10}签了(?!字)[^,]{0,3}$",
    ],
  },
  {
    value: "lost",
    patterns: [
      "(?<![a-z])(?:we |i |just |have |'ve )*lost(?! (?:in (?:19|20)\\d\\d|last year|interest|touch|contact|time|track|my|their|his|her|the (?:file|thread|email)))(?![a-z])|closed[- ]lost",
      "(?:went|gone|going|go) with (?!us|our|it|that|the (?:flow|plan))|(?:chose|picked|selected|bought from|awarded (?:it )?to|signed with) (?!us|our|me)",
      "(?:^\\s*|(?<![a-z])(?:they|we|have|'ve|has|just|customer|client) )(?:bailed|dropped out|backed out|pulled out)(?: on us)?(?![a-z])|withdr(?:ew|awn) (?:our|the|from)|it(?:'s| is) a no(?![a-z])|(?:deal|business|job|order)(?:'s| has| was)? (?:gone|went|awarded) to (?:a |the |another )?(?:competitor|competition|rival|someone else)|lost out",
      "^[^,]{2,28}? (?:is )?dead$|(?:went|gone|going|go) (?:in )?(?:another|a different) (?:direction|way)|(?:went|gone|going) elsewhere(?! for)|(?:went|gone|going) with (?:someone|somebody) else",
      "(?:deal|it|this|that|one|opportunity|\\p{L}{1,40})(?:'s| is| are) (?:dead|toast|a no)(?![a-z])|fell through|(?<![a-z])no[- ]go(?![a-z]|[- ]live)|decided to (?:stick|stay) with (?!us|our)|killed (?:the (?:deal|project)|it)|(?:giving|gave|given) up|walk(?:ed|ing) away|closing (?:it|this|that)(?: one)? (?:out|as lost)|calling it (?:a loss|dead)|throwing in the towel|pulled the plug|passed on (?:us|it)|turned us down|dropping (?:this|it|the deal)|writing (?:it|this) off|we're out(?![a-z])",
      "{lost}|丢给|放弃(?!价格|旧)|选了(?!我们|咱)|决定(?:采)?用(?!我们|咱|什么|谁|哪)|(?:选择|选定|定了|签了|给了|用了)(?!我们|咱|我)(?:别家|另一家|竞品|竞争对手|对手)|输给(?!过)|被[^,]{1,8}(?:抢|截|拿)(?:走|了|下|胡)|单子?掉了|掉单",
    ],
  },
  {
    value: "lost",
    denied: true,
    patterns: [
      "(?:项目|客户)(?:取消|砍|停)了|没(?:做|谈|拿)?成(?!交|功|立|本)|谈崩了?|吹了(?=$|[,;。])|泡汤|(?:撤|弃|废)标|退出(?:投标|竞标|竞争|了)|(?:先|就|把它|直接|商机)关(?:掉|了)(?!系)|不跟了|不做了|不买了|不续了|没戏了|没拿下|不玩了",
    ],
  },
];

/** What keeps a pattern of a stage from being the move itself. */
export const notYet =
  /(?<![a-z])(?:will|'ll|going to|to be|plan(?:ning)? to|waiting (?:for|on)|wait(?:ing)?|expect(?:ed|ing|s)?|once|when|before|until|after (?:they|he|she|legal)|next|tomorrow|ready to|about to|countersign(?:ature)? (?:pending|still)|our (?:side|director|ceo|cfo|signature)|(?:still )?needs? (?:to|our)|to (?:send|sign)|coming|every|all deals|draft|preparing|working on|almost)(?![a-z])|等(?!级)|准备|打算|计划|马上|即将|将要?|明天|下周|后天|之前|以前|等着|所有|全部|预计|再(?!次)|争取|快|要(?!求)|周[一二三四五六日天]前/u;

/** Signed on one side only: not won, whatever else is said. */
export const halfSigned =
  /(?<![a-z])(?:waiting (?:for|on) (?:our|us|my|their|the)|still (?:waiting|needs?|pending)|(?:our|my) (?:side|director|ceo|cfo|boss|legal|signatory)|countersign(?:s|ing|ature)? (?:is )?(?:pending|next|tomorrow|still|to come)|pending (?:our|counter)|to countersign|only they|one side)(?![a-z])|等我们|等我方|等公司|我们还没|我们未|我方(?:未|还没|待)|单方|还差我们|待我方|我们这边还|等(?:咱们?|总部|法务)(?:盖|签|回)|就差/u;

/** Budget, by what was said of it. */
export const budgetFacts: readonly Meaning<Facts["budgetStatus"]>[] = [
  {
    value: "none",
    denied: true,
    patterns: [
      "(?<![a-z])(?:no|zero|without|out of|ran out of|don't have(?: the| any| a)?|doesn't have(?: the| any| a)?|do not have(?: the| any| a)?|does not have(?: the| any| a)?|have no|has no|isn't any|is no|there's no) (?:more |real |approved |allocated |money in the )?{budget}(?! (?:talk|discussion|info|details?|mentioned|news|conversation|figures?|number))",
      "{budget}(?:'s| is| has been| was| got| are)* (?:gone|spent|used up|exhausted|cut|slashed to zero|zero|pulled)",
      "(?:没有?|无|还没有?|缺)(?:什么|任何|这块|这个|这笔|多余|额外|相关|的)*{budget}(?!审|批)|没有?(?:列|做|报|留|安排|编)(?:进|入)?(?:这块|这个|相关|的)*{budget}|{budget}[^,]{0,4}没有?(?:列|留|安排|编)|{budget}(?:今年|都|已经?|也|全)*(?:没了|没有了?$|没有(?!批|定|确认|下来|落实)|用完|(?:是|为)?零(?=$|[,;。])|花完|花光|砍了|砍掉|被砍|取消|用光)",
    ],
  },
  {
    value: "frozen",
    patterns: [
      "{budget} & {frozen}|(?:采购|支出|开支|费用)(?:都|全部?|已经?|被|全面)*(?:暂停|冻结|叫停)",
      "(?:spend(?:ing)?|hiring and spending|capex|procurement|purchas(?:es|ing)) (?:freeze|(?:is |are |has been |have been |was |were |all )*(?:frozen|on hold))|(?:frozen|froze|freezing|paused|halted) (?:all |any |every |new |their |the )*(?:spend(?:ing)?|capex|purchas(?:es|ing)|budgets?)(?![a-z])",
    ],
  },
  {
    value: "estimated",
    patterns: [
      "(?:estimated|ballpark|rough|indicative|provisional|preliminary) {budget}|{budget}(?: (?:at|for|of|from) [^,]{2,24}?)?(?: figure| number)?(?:'s| is| was| only| just| still| currently)* (?:an? |only |just )*(?:estimate|estimated|ballpark|rough|guess|indicative|provisional)",
      "(?:预估|估算|初步|暂估|意向)的?{budget}|{budget}[^,]{0,6}(?:(?:估算|预估|测算|概算)(?:阶段|中)|(?:是|为)(?:一?个)?(?:估计|概算|估算|预估))|{budget}(?:的|大概|大约|约|\\d[\\d.]{0,15}[万wk]?元?|[一二三四五六七八九十百千两]+万){0,3}(?:是|只是|还是|都是|目前是|也是)*(?:(?:客户|对方|他们|我们?)(?:自己)?)?(?:预估|估算|初步|暂估|估的|拍脑袋)",
    ],
  },
  {
    value: "confirmed",
    patterns: [
      "{budget}(?: (?:of|for|at|from) [^,]{1,24}?)?(?:'s| is| has been| was| got| are| have been| all| now| both| finally| just| officially| also| 也| 都)* ?{approved}",
      "(?:dollars|pounds|euros|grand|thousand|million|\\d[km]?) (?:budgeted|set aside|earmarked)(?![a-z])|(?<![a-z])(?:has|have|had|'ve|they) .{0,50}?(?:budgeted|set aside|earmarked|ring-?fenced)(?![a-z])",
      "(?:approved|confirmed|signed off(?: on)?|secured|got|allocated|locked in|released|green-?lit|has|have|'ve got|set aside|cleared|found) (?:the |their |a |its |our |this year's |full )?(?:approved |full |dedicated )?(?:{budget}|spend(?:ing)?|money|purchase|expen(?:se|diture))(?! (?:issues?|problems?|constraints?|concerns?|meeting|review|cycle|of|left))",
      "\\d(?:[\\d.,]{0,15}\\d)? ?(?:k|m|thousand|million|万|[a-z]{3})? ?(?:已经?|都|也|are |is |was |has been )*(?:approved|批了|批下来|批过)",
      "(?:it's|is|been|already) budgeted(?! at)|列[进入]了?[^,没未]{0,6}{budget}",
      "(?<![a-z])(?:is|are|it's|already|both) in (?:the |their |our |this year's |next year's |the \\d{4} ){0,2}{budget}|money(?:'s| is| has been| was| got| all| now| finally| just)* ?{approved}",
      "{budget}(?: is|'s|:)? [^,]{1,16}, {approved}",
      "{budget}里(?:面)?(?:已经?)?有(?!没|些|点)|(?:钱|款项?)(?:也|都|已经?|总算|终于)*(?:批了|批下来|到位|落实)",
      "there(?:'s| is) (?:a )?(?:approved |confirmed )?{budget}(?! (?:issue|problem|constraint))",
      "{budget}[^,]{0,10}{approved}|(?:批了|确认了|落实了|审批了|通过了)[^,]{0,6}{budget}|(?<![没才会能])有{budget}|{budget}充足|{budget}没问题|{budget}不是问题",
    ],
  },
];

/** Why it was lost, the plainest reason first. */
export const lossFacts: readonly Meaning<LossReason>[] = [
  {
    value: "no_budget",
    denied: true,
    patterns: [
      "(?:no|without|out of|lack of|don't have(?: the| any| a)?|didn't have(?: the| any| a)?|lost (?:their|the)|ran out of|cut (?:the|their)|have no|has no) (?:{budget}|money(?! (?:down|up ?front)))|{budget}(?: was| got| is|'s| has been| were)* (?:cut|gone|pulled|frozen|slashed|killed|lost|withdrawn)",
      "(?:没有?|无|缺)(?:什么|任何|这块|这个|这笔|多余|额外|相关|的)*{budget}|{budget}[^,]{0,4}(?:没|砍|取消|不够|不足|冻结|用完|花完|被砍)",
    ],
  },
  {
    value: "product_gap",
    denied: true,
    patterns: [
      "(?:missing|lack(?:s|ed|ing)?|don't (?:have|support|offer|do)|doesn't (?:have|support|do|integrate|meet)|didn't (?:have|support|meet|integrate)|can't (?:do|support|meet|integrate)|couldn't (?:do|support|meet|integrate)|no|without|needed|wanted) (?:\\p{L}{1,40}[ -]){0,5}(?:features?|integrations?|apis?|support|sso|on-?prem\\p{L}*|functionality|capabilit\\p{L}{1,40}|modules?|connectors?|certifications?|core system|requirements?|specs?|offline|mobile app|localization)",
      "(?:integrations?|features?|functionality|reporting|api|product) (?:was|were|is|are) (?:\\p{L}{1,12} ){0,2}(?:lacking|missing|weak|too weak|not there|insufficient|immature)",
      "we (?:just |simply )*(?:don't|didn't|can't|couldn't|do not) (?:have|do|offer|support) (?:it|that|this|one|them)(?![a-z])",
      "(?:要|需要|想要)[^,]{2,12}(?:我们|咱们?)(?:这边)?(?:没有|没|不支持|做不到|做不了|给不了)",
      "(?:feature|product|functional|capability|integration) gaps?|features? (?:(?:that )?(?:ours|we|our \\p{L}{1,40}) (?:lacks?|do(?:es)?n't have|(?:is|are|was) missing)|we lack)|(?:because of|due to|over) (?:the |missing )?(?:features?|functionality)|(?:we|our product|it) (?:don't|doesn't|didn't|can't|couldn't) (?:support|integrate|do|meet|handle)",
      "(?:features?|functions?) ?(?:不够|不行|不足|缺|跟不上)",
      "(?:栽|输|败|死|挂|倒|卡)在了?[^,]{0,8}(?:功能|性能|接口|产品|技术|精度|参数)",
      "(?:缺|没有|没|不支持|不具备|满足不了|达不到|不满足)[^,]{0,12}(?:功能|接口|模块|需求|要求|能力|认证|参数|精度|性能|集成|部署|指标|系统|规格)|(?:功能|性能|精度|参数|产品)[^,]{0,6}(?:不够|不行|不足|不满足|达不到|跟不上|有差距|缺|不支持)|不支持",
    ],
  },
  {
    value: "price",
    denied: true,
    patterns: [
      "(?:on|over|because of|due to|about) (?:the )?(?:price|pricing|cost)|^\\s*(?:the |our |mainly |purely )*(?:price|pricing|cost)s?\\s*$|(?:price|pricing) ?(?:issues?|问题|原因|因素)|pric(?:e|ing) (?:is |was |were |being |a bit |far |way )*(?:too|太|偏)? ?(?:high|高)|(?:our|we were|we are|we're|us) (?:\\p{L}{1,40} )?(?:expensive|pricey|dearer)|too (?:expensive|pricey|costly|high)|(?:cheaper|undercut|underbid|lower price|half the price|price was|priced out|beat us on price|out of their range|less expensive|came in lower|lower bid)",
      "(?:栽|输|败|死|挂|倒|卡)在了?[^,]{0,6}(?:价格|报价|价钱|价上)",
      "^\\s*(?:主要|就)?(?:是)?(?:因为)?(?:价格|价钱|价位)(?:问题|原因|因素)?\\s*$|原因(?:主要)?(?:是|为|:|就是)?\\s?(?:价格|价钱|报价|贵)|太贵|嫌贵|嫌太贵|价格(?:太|高|贵|没|谈不|上|原因|问题|因素|偏|战)|价钱|报价(?:太|偏)?高|便宜|低价|更低|贵了|价高|因为价格|比我们低|价格?比[^,]{1,8}(?:高|贵)|(?:嫌|说|觉得)我们[^,]{0,4}(?:贵|价高)|价格?上?(?:没|缺)?(?:优势|竞争力)|(?:高|贵)(?:太多|出?不少|一大截|很多)",
    ],
  },
  {
    value: "timing",
    denied: true,
    patterns: [
      "timing|wrong time|not the right time|too (?:late|early|soon)|(?:postponed|pushed|delayed|deferred)(?: it| the project)? (?:to|until|till|indefinitely)|not (?:this|until next) (?:year|quarter)|bad time|deadline (?:was|is|too)|(?:impossible|tight|unrealistic) (?:deadline|timeline)|couldn't deliver in time|lead time",
      "原因(?:主要)?(?:是|为|:|就是)?\\s?(?:时间|工期|交期)|时机|时间上?(?:不|来不及|赶不|太|对不|问题|原因)|推迟到|延后到|延到|延期到|太早|太晚|来不及|交期|明年再|交付周期|工期",
    ],
  },
  {
    value: "no_decision",
    denied: true,
    patterns: [
      "(?:no decision|did nothing|decided (?:to do nothing|not to (?:do|buy|proceed|move|change)|to stay|against)|do(?:ing)? nothing|status quo|never (?:made|got|reached) (?:a |to a |up )?decision|couldn't (?:decide|agree|make (?:a |any |up (?:their|its) )?(?:decision|minds?))|can't (?:decide|agree)|stay(?:ing)? with (?:what|their|the (?:current|old))|(?:stick(?:ing|s)?|stuck) with (?:what|their|the (?:current|old|existing))|shelved|project (?:was |got |is )?(?:cancel\\p{L}{1,40}|killed|shelved|scrapped)|internal (?:politics|disagreement)|indecision|stalled out)",
      "没定(?:下来|论)|定不下来|决策不了|没(?:有)?(?:结论|决定|决策)|内部(?:意见|没|不统一|分歧|还没)|搁置|维持现状|不了了之|没下文|项目(?:取消|停了|砍了|黄了|被砍)|继续用(?:老|旧|原)|暂时不(?:做|买|换|上|动)|决定不(?:做|买|换|上|动)",
    ],
  },
  {
    value: "competitor",
    denied: true,
    patterns: [
      "(?:lost|losing) (?:it |this |that |the deal |this one |\\p{L}{1,40} )?to (?!price|pricing|timing|budget|no |the |a )|(?:went|gone|going|go) with |(?:chose|picked|selected|bought from|awarded (?:it )?to|signed with) |competitor",
      "输给|选了|选择了|被[^,]{1,8}(?:抢|截|拿)|(?:竞品|竞争对手|友商|对手|别家|另一家)",
    ],
  },
  {
    value: "other",
    denied: true,
    patterns: [
      "administration|insolven\\p{L}*|liquidat\\p{L}*|went under|shut(?:ting)? down|clos(?:ed|ing) down|out of business|in-?house|reorg\\p{L}*|acquired|merger|bankrupt\\p{L}*|(?:champion|sponsor|contact) left|relationship|compliance|data residency|security (?:concerns|review)|built it themselves",
      "注销|倒闭|关门|停产|清算|停业|歇业|自研|自己(?:做|开发|搞)|被收购|重组|破产|合规|关系户|关系(?:不|没)|换(?:了)?领导|内定",
    ],
  },
];

/** What happens next, the most telling first. */
export const steps: readonly Meaning<NextStep | "send">[] = [
  {
    value: "none",
    denied: true,
    patterns: [
      "no (?:\\p{L}{1,40} )?next steps?|no action|^\\s*nothing (?:for now|at the moment|right now|to do)|next steps?(?: is| are)?[: -]+(?:none|nothing|n\\/a)|nothing (?:planned|scheduled|next|further|more to do|to do(?! with))|no (?:further|follow-?up) (?:action|steps?|planned|needed)",
      "(?:暂无|没有|无|没)(?:什么|明确|具体|的|任何|啥)*(?:下一步|后续(?:安排|动作|计划)?|跟进计划|进一步)|下一步[::是]*(?:无|没有|暂无)|(?:先|暂时)(?:都|就)?(?:别|不用?)(?:再)?(?:跟(?!我|客户|他)|推|管|动)了?",
    ],
  },
  { value: "send_contract", patterns: ["{send} & {contract}"] },
  { value: "send_materials", patterns: ["{send} & {materials}"] },
  {
    value: "send_proposal",
    patterns: [
      "{send} & {quote}",
      "(?<![a-z])(?:will|'ll|to) (?:re-?)?quote(?![a-z])",
      "出(?:个|一?版|一份)?(?:报价|方案)|报(?:个|一?版)?价(?!格|单|了|已)",
    ],
  },
  { value: "demo", patterns: ["{demo}"] },
  { value: "site_visit", patterns: ["{visit}"] },
  { value: "approval", patterns: ["{approval}"] },
  { value: "call", patterns: ["{call}"] },
  { value: "meeting", patterns: ["{meeting}"] },
  { value: "follow_up", patterns: ["{followUp}"] },
  {
    value: "send",
    patterns: [
      "(?:(?:^|i'm |i am |i'll be |we're |will be )\\s*doing|(?:i'll|will|to) do) (?:it|that|so)(?! (?:in-?house|without|all))",
      "(?:send|sending|get(?:ting)?|email(?:ing)?|share|sharing) (?:it|them|that|those|this|him|her|over)(?: over| to \\p{L}{1,40})?",
      "发(?:给)?(?:他|她|过去|出去|你|客户|对方|他们)|(?:我|[今明后]天|[上下]午|晚上|周[一二三四五六日天]|[号日])(?:就|再|会|给)?发\\s?$",
    ],
  },
];
