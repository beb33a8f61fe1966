// Around names: what people who decide do, how rivals are spoken of, and words that are no name.

/** English ways to say who decides; NAME stands for the name. */
export const latinDecides: readonly string[] = [
  "(?<![a-z])NAME ?(?:是|就是|才是) ?(?:the |他们的)?(?:decision[- ]?maker|economic buyer|approver|signer|final approver)",
  "(?<![a-z])NAME (?:is the one who |is the person who |who |also |now |personally |still |alone |will |'ll |has to |needs to |gets to |then |ultimately |to )*(?:decides?|signs?(?! up| in)|approves?|makes? (?:the|that) (?:final )?(?:call|decision)|has (?:the )?(?:final|last) (?:say|word)|has final say|owns the (?:budget|decision)|gives? (?:us |me )?(?:the|an|their|his|her|a|final|a final) ?(?:final )?(?:answer|go-?ahead|green light|nod)|calls the shots|pulls the trigger|holds the (?:pen|purse strings|budget|purse)|has (?:the )?(?:sign-?off|signing (?:authority|power)|authority to sign))(?![a-z])",
  "(?<![a-z])NAME (?:is|was confirmed as|turns out to be|'s) (?:the |our |their |now the |actually the )*(?:real |final |actual |ultimate |sole |key )*(?:decision[- ]?maker|economic buyer|signer|signatory|approver|decider|one (?:who|that) (?:decides|signs|approves))",
  "(?:decision[- ]?maker|economic buyer|final say|sign-?off|approver|signatory|signer|final decision(?! ?makers?)|the decision|final call|the call)(?:'s| is| are|:| =| sits with| lies with| rests with| belongs to| comes from| is with| has to come from| with| from| by|) +(?:now |actually |definitely |clearly |the |their |with )*NAME",
  "(?:approval|sign-?off|signature|answer|decision|go-?ahead|green light|approved|signed off|final nod) (?:from|of) (?:the |their )*NAME",
  "(?:approved|signed off|approval|sign-?off|decision|decided) by (?:the |their )*NAME",
  "(?:waiting (?:for|on)|need|needs|get|getting) (?:the |their )*NAME(?:'s (?:approval|signature|sign-?off|decision|answer|nod|ok)| to (?:sign|approve|decide|give))",
  "(?:it's|it is|is) NAME's (?:call|decision|deal to sign)",
];

/** Chinese ways. */
export const hanDecides: readonly string[] = [
  "NAME ?(?:是|就是|才是) ?(?:他们的?|the )? ?(?:final |real |key |main |最终|真正)?(?:decision[- ]?maker|economic buyer|approver|signer)",
  "(?:decision[- ]?maker|economic buyer|approver|signer) ?(?:是|就是|:|为) ?NAME",
  "NAME(?:那边|这边|本人|亲自|最后|最终|会|来|要|去|今天|明天|后天|,|\\s|下?下?个?(?:周|星期|礼拜)[一二三四五六日天]?(?:前|之前)?|这?周[一二三四五六日天]?|月底|月末|(?<!\\d)\\d{1,2}(?:月\\d{0,2})?[号日]?(?!\\d)|[一二两三\\d]天后|之前|前|就|再|才|上午|下午|给个?|负责|一票|(?:元旦|春节|国庆|五一|中秋|端午|清明|节|放假|假期)(?:之|以)?后|一个人|直接|可以|能|有权|必须|得|需要|马上|已经?|都|也|在|还)*(?:拍板|拍了板|拍的板|签的字|定的板|说了算|做主|作主|做(?:最终|最后)?(?:的)?决定|决定|决策|定(?!金|价|制|位|在|好|于|的|了)|签字|签批|签(?=合同|,|$|\\s|单)|审批(?!流程)|批(?!量|次)|点头|给(?:我们?|个|我|出|咱们?|最终|最后|明确)*(?:的)?(?:答复|回复|准话|准信|结果|答案|结论|回话|说法)|答复|终审|把关|有?(?:最终)?决策权|有最终决定权)",
  "NAME(?:是|就是|才是|为)(?:最终|最后|真正|实际|唯一|这个项目|项目)?的?(?:决策人|决策者|拍板人?|关键决策人|话事人|签字人|审批人|最终决策|拍板的)",
  "(?:决策人|决策者|拍板(?:人|的)?|话事人|签字(?:人|的)|说了算的|做主的|管事的|审批人|最终决策|最终审批|关键决策人)(?:就是|是|为|:|应该|在)?\\s?(?:他们|客户|对方|的)*(?:生产|技术|采购|财务|销售|运营|信息|设备|质量|研发|工程)?(?:部)?(?:副?总裁|副?总经理|副?总监|副总|部长|厂长|CEO|CTO|CFO|cio|ceo|cto|cfo)?\\s?NAME",
  "(?:等|要|需要|得|由|找|请|需|还得)\\s?NAME(?:那边|本人|亲自|最后|最终|来|去|明天|下?周[一二三四五六日天]?)*(?:拍板|决定|定|签字|签|批|审批|点头|给(?:个)?(?:答复|回复|准话)|答复|过目|同意)",
  "(?:要看|看|听)NAME(?:的意思|的决定|拍板|怎么定|定)",
];

/** Roles and bodies: alone they name nobody. */
export const roleWords: ReadonlySet<string> = new Set(
  `ceo cfo cto coo cio cmo cro cpo vp svp evp gm md president director manager head chief owner founder
   board committee legal procurement finance purchasing buyer customer client team boss it hr ops operations
   management leadership executive officer chairman chair counsel security lead engineering sales marketing
   supervisor partner department group council champion sponsor headquarters hq plant global regional
   their our the his her its who`.split(/\s+/),
);

/** Words that stand where a name could. */
export const notPeople = {
  latin: new Set(
    `he she they we you i it that this there then also still just now everyone everybody someone somebody nobody
     and but so because if when after before until next will would monday tuesday wednesday thursday friday saturday
     sunday january february march april may june july august september october november december budget price
     contract quote proposal demo meeting call deal deals one both all final decision answer today tomorrow
     tonight week month quarter year end eod sent signed with from to for by on at in of is are was has had
     have waiting need needs get getting good great next step who what which new big email phone sign approve
     decide decides signs approves approved confirmed latest only please us me them him her not no legal po
     signing closing paper signature approval yes ok side sides party parties same price-wise over out up off
     eom eod eow eoq eoy asap q1 q2 q3 q4 usd cad aud gbp eur internally themselves ourselves soon later already plus stage won lost closed btw fyi tho though fwiw`.split(
      /\s+/,
    ),
  ),
  han: /^(?:董事长|王者|高层|高管|于是|方案|方面|方便|平台|平时|时间|时候|计划|安排|安全|成本|成交|成功|能否|常规|明天|明年|明确|项目|车间|商务|司机|金额|金融|全部|应该|应当|周[一二三四五六日天]|周末|周内|单子|单位|余下|相关|和他|连续|单独|项目经理|白天|空间|万一|万元|万块|高兴|通知|温度|关于|关系|关键|钱|向他|江|路上|左右|石|段时间|严格|严重|强|毕竟|包括|水平|解决|解释|符合|程序|谈判|谈好|谈完|花|管理|管理层|房间|任何|任务|向上|向|习惯|印象|贺|何时|别|麻烦|经理|施工|莫|席|简单|古|梅|景|党委|景气|查看|查|经|米|台|后天|东|文件|文|史|易|康|齐|顾虑|顾客|顾问|安|.一票|.[也都已还就再才又没].?)$|^董事(?!长)|^(?:应|能|和|明|方|时|成|全|单|项|计|关|周[一二三四五六日天])/u,
};

/** How rivals are spoken of; LATIN and HAN stand for the name. */
export const companyPatterns: readonly string[] = [
  "(?:^|[,;。\\s])HAN(?:那边)?比(?:我们|咱们?)(?:的)?(?:价格|报价)?(?:便宜|低|贵|高|少|多|好|快)",
  "(?:up against|competing (?:with|against)|competition (?:is|here is|=|:|from)|competitors? ?(?:=|:|是|有|为)|competitors? (?:is|are|here is|on this is|in play is|-)|competitors? ?,? (?:named )?|against|versus|vs\\.?|comparing (?:us|it) (?:to|with|against)|compared (?:us )?(?:to|with|against)|(?:also )?(?:looking at|evaluating|talking to|considering|in talks with|testing|trialing|shortlisted|piloting|demoing|leaning towards?|running a (?:pilot|poc|trial) with)|bake-?off (?:with|against)|head[- ]to[- ]head with|incumbent is|quote from|(?:offer|bid|proposal|pricing) from) (?:also )?(?!us|our|the |my|it|they|this|that|multiple|several|other|another|two|a |an )LATIN",
  "(?<![a-z])LATIN (?:is|are|'s|has|have|just|also|was) (?:also |still |just |been |now |already )*(?:in the (?:mix|running|race|picture|room|deal|game)|quoting|bidding|pitching|competing|our (?:main |only |biggest )?(?:competitor|competition|rival)|the (?:main |only |other |biggest )?(?:competitor|competition|rival|other vendor|other bidder|incumbent)|circling|sniffing around|undercutting|in there|quoted|offered|pitched|pushing hard|on the shortlist|shortlisted)",
  "(?<![a-z])LATIN (?:undercut|underbid|beat us|came in (?:cheaper|lower|at)|offered them|quoted them|won it|got it|took it|is cheaper)",
  "(?:lost|losing) (?:it |this |that |out |the deal |this one |this deal |them |[a-z]+ )?to (?!price|pricing|timing|budget|no |the |a |an |inaction|status)LATIN",
  "(?:went|gone|going|go|signed|sticking|staying) with (?!us|our|it|that|the |their|what|a |an |them|him|her|legal)LATIN",
  "(?:chose|picked|selected|bought from|bought|awarded (?:it |the deal )?to|prefer(?:s|red)?) (?!us|our|me|the |a |an |it|to )LATIN",
  "(?:竞品|竞争对手|对手|友商|竞对|竞争者|竞争方)(?:主要|目前|现在|还|就|这次|有|只有)*(?:是|为|有|:)\\s?HAN(?=[,;。!?、(\\s]|也|在|报|价格|的|,|$|已经|他们)",
  "(?:输给|败给|丢给|被)了?\\s?HAN(?:了|抢|截|拿|,|;|。|\\s|$|在|因为|的|他们)",
  "(?:选择了?|选了|选定了?|定了|改用了?|用了|签给了?|给了|采购了|买了)\\s?HAN(?=[,;。!?\\s]|的|了|$|,|因为|家)",
  "(?:^|[,;。\\s:]|还有|对手|竞品|那边|这边|这里)HAN(?:那边)?(?:也|还)(?:在|有)?(?:跟(?!进我)|报价|报了|报|谈|接触|竞争|投标|参与|盯|抢|做方案|推|演示|介入|进来|入围|抢|联系|送样)",
  "(?:和|跟|与|同|对比|比较|对标|PK|pk)\\s?HAN(?:在|一起|正在|也在)?(?:竞争|比价|比较|对比|PK|pk|抢单|抢|做对比|比)(?=[,;。!?\\s]|着|中|$|,|呢|的|得)",
  "(?:在|正在|同时|也在|还在)(?:看|对比|比较|评估|试用|接触|考察|测试)(?:着)?\\s?HAN(?:的|家|产品|方案|系统|,|;|。|\\s|$)",
  "(?:^|[,;。\\s])HAN(?:的)?(?:报价|报了|出价|价格)(?:比我们|更|只要|低|便宜|才|了?\\d)",
  "里面还有\\s?HAN(?=[,;。!?\\s]|$)",
  "(?:有|还有)?(?:竞品|对手|竞争对手)\\s?HAN(?=[,;。!?\\s]|也|在|报|价格|,|$)",
  "(?:主要|现在|目前)?(?:竞争|PK|pk|对打)(?:的)?(?:是|对象是)\\s?HAN(?=[,;。!?\\s]|,|$)",
];

/** What is no company. */
export const notCompanies =
  /^(?:是|有|为|也|在|还|和|跟|与)|^(?:us|our|them|they|he|she|it|that|this|price|pricing|timing|budget|no|none|someone|somebody|another|other|others|nobody|competitor|competitors?|competition|vendor|legal|procurement|finance|monday|tuesday|wednesday|thursday|friday|plan|plans|next|who|what|which|there|everyone|we|you|i|demo|quote|proposal|contract|meeting|call|two|three|several|in-house|inhouse|status|options?|alternatives?|deal|po|and|but|so|also|cheap|cheaper|expensive|still|now|on|for|to|the|budget owner|client|customer|clients|customers|buyer|yes|not|nothing)$|我们|我|咱|客户|对方|他们|她|他|别家|其他|另外|另一|竞品|对手|友商|公司|一家|两家|几家|什么|谁|这|那|别的|方案|报价|价格|合同|采购|法务|预算|下周|明天|项目|不|没|了|个|已经|还|都|也|大家|老板|领导|团队|内部|同行|人$|目前|现在|主要|产品/u;
