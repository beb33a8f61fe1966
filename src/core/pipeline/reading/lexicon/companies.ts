// How rivals are spoken of, and words that are no company.

/** How rivals are spoken of; LATIN and HAN stand for the name. */
export const companyPatterns: readonly string[] = [
  "(?:^|[,;。\\s])HAN(?:那边)?比(?:我们|咱们?)(?:的)?(?:价格|报价)?(?:便宜|低|贵|高|少|多|好|快)",
  "(?:up against|(?:other|second|third|only other) (?:vendor|supplier|bidder|provider|option) is|rivals? is|got a (?:price|quote) from|invited|(?:pilot|poc|trial)(?: running| going| on)? with|competing (?:with|against)|competition (?:is|here is|=|:|from)|competitors? ?(?:=|:|是|有|为)|competitors? (?:here |there |in there |on this (?:one )?|in play |this time |(?:at|for|with|on) [^,.]{2,24}? )?(?:is|are|turn(?:s|ed) out to be|-)|competitors? ?,? (?:named )?|against|versus|vs\\.?|comparing (?:us|it) (?:to|with|against)|compared (?:us )?(?:to|with|against)|(?:(?:also|they|they're|customer|client|he|she)(?: is| are|'s)? )(?:also |still |now )?talk(?:s|ing)? to|(?:also )?(?:looking at|evaluating|considering|in talks with|testing|trialing|shortlisted|piloting|demoing|leaning towards?|running a (?:pilot|poc|trial) with)|bake-?off (?:with|against)|head[- ]to[- ]head with|incumbent is|(?:quote|offer|bid|proposal|pricing)(?: on the table| in| out)? from) (?:also )?(?!us|our|the |my|it|they|this|that|multiple|several|other|another|two|a |an )LATIN",
  "(?<![a-z])LATIN(?:'s| is| are| has| have| just| also| was| got| were) (?:also |still |just |been |now |already )*(?:in the (?:mix|running|race|picture|room|deal|game)|quoting|bidding|pitching|competing|our (?:main |only |biggest )?(?:competitor|competition|rival)|the (?:main |only |other |biggest )?(?:competitor|competition|rival|other vendor|other bidder|incumbent)|invited|circling|sniffing around|undercutting|in there|quoted|offered|pitched|pushing hard|on the shortlist|shortlisted)",
  "(?<![a-z])LATIN (?:has |have |also |already )*(?:made|sent|gave) (?:them|him|her) (?:an?|their) (?:offer|quote|bid|proposal)",
  "(?:demo|pitch|quote|bid|offer|proposal|presentation) (?:from|by) (?!us|our|me|the |a |an |next|mon|tue|wed|thu|fri|end|then|eod|tomorrow)LATIN",
  "(?:(?:it's|is|now|down to|just) between|just|only|:) us and (?!the |them)LATIN",
  "(?<![a-z])LATIN (?:quoted|bid|offered|came in)(?= (?:at |them |with )?[$£€¥]?\\d)",
  "(?<![a-z])LATIN(?: |(?='s ))(?:undercut|underbid|beat us|came in (?:cheaper|lower|at)|offered them|quoted them|won it|got it|took it|(?:is |are |was |'s )?(?:[\\d.]+ ?(?:%|percent|k) |way |much |far |a lot |a bit )?cheaper)",
  "(?:lost|losing) (?:it |this |that |out |the deal |this one |this deal |them |[a-z]+ )?to (?!price|pricing|timing|budget|no |the |a |an |inaction|status)LATIN",
  "(?:went|gone|going|go|signed|sticking|staying) with (?!us|our|it|that|the |their|what|a |an |them|him|her|legal)LATIN",
  "(?:chose|picked|selected|bought from|bought|awarded (?:it |the deal )?to|prefer(?:s|red)?) (?!us|our|me|the |a |an |it|to )LATIN",
  "(?:竞品|竞争对手|对手|友商|竞对|竞争者|竞争方|competitors?) ?(?:主要|只|目前|现在|还|就|这次|有|只有)*(?:是|为|有|:)\\s?HAN(?=[,;。!?、(\\s]|也|在|报|价格|的|,|$|已经|他们)",
  "competitors? (?:(?:here|there|at|for|with|on)(?: [^,.]{2,24}?)? )?(?:is|are) HAN(?=[,;。\\s]|$)",
  "(?:输给(?!过)|败给|丢给|被)了?\\s?(?:竞争对手|对手|友商|竞品)?HAN(?:了|以|用|低价|抢|截|拿|,|;|。|\\s|$|在|因为|的|他们)",
  "(?:选择了?|选了|选定了?|定了|改用了?|用了|签给了?|给了|采购了|买了)\\s?HAN(?=[,;。!?\\s]|的|了|$|,|因为|家)",
  "(?:^|[,;。\\s:]|还有|对手|竞品|那边|这边|这里)HAN(?:那边)?(?:也|还)(?:(?:在|有)(?:[^,]{1,6}那边)?)?(?:跟(?!进我)|报价|报了|报|谈|接触|竞争|投标|参与|盯|抢|做方案|推|去投标|投了标|演示|介入|进来|入围|抢|联系|送样)",
  "(?:compare|comparing|对比|比较|比|pk)\\s?(?:一下)?(?:我们|咱们?|us)(?:和|跟|与|and|with)\\s?HAN(?=[,;。\\s的]|$)",
  "(?:和|跟|与|同|对比|比较|对标|PK|pk)\\s?HAN(?:在|一起|正在|也在)?(?:竞争|比价|比较|对比|PK|pk|抢单|抢|做对比|比)(?=[,;。!?\\s]|着|中|$|,|呢|的|得)",
  "(?:在|正在|同时|也在|还在)(?:看|对比|比较|评估|试用|接触|考察|测试)(?:着)?\\s?HAN(?:的|家|产品|方案|系统|,|;|。|\\s|$)",
  "(?:^|[,;。\\s:]|那边|这边|这里|里面)HAN(?:的)?(?:报价|报了|出价|价格)(?:比我们|更|只要|低|便宜|才|了?\\d)",
  "(?:^|[,;。\\s:])HAN(?:昨天|今天|上周|上个?月|刚|前天|之前|也|已经?|还)*给(?:他们|客户|对方|她|他)(?:也)?(?:做|演示|报|出|送|讲|提)",
  "(?:^|[,;。\\s:])HAN的?(?:价格|报价)[^,]{0,4}(?:低|便宜|狠)",
  "(?:更倾向|倾向|偏向|更认)(?:于)?HAN(?=[,;。!?\\s]|的|$)",
  "(?:有|拿着?了?|收到)(?:了)?(?:一份)?HAN的?(?:报价|方案)",
  "(?:就剩|只剩|剩下)(?:我们|咱们?)(?:和|跟|与)HAN(?=[,;。!?\\s]|了|两家|在|$)",
  "(?:我们|咱们?)(?:和|跟|与)HAN两家",
  "(?:碰到|碰上|遇到|撞上|杀出个?|冒出个?|又来了个?)HAN(?=[,;。!?\\s]|了|在|也|$)",
  "(?:决定|最后|还是|选择|打算)(?:采)?用了?HAN(?=[,;。!?\\s]|了|的|$)",
  "(?:另一家(?:供应商|厂商|公司|厂家)?(?:是|叫)|还有一家)HAN(?=[,;。!?\\s]|$)",
  "请了?HAN(?:来|过来)",
  "有HAN(?:也)?(?:在)?(?:竞争|抢|盯|跟)",
  "(?:^|[,;。\\s:])HAN(?:也)?(?:被邀请?|受邀|已经?中标|中标|在后面追|追得)",
  "(?:跟|和|与)HAN签了?(?=[,;。!?\\s]|约|了|$)",
  "里面还有\\s?HAN(?=[,;。!?\\s]|$)",
  "(?:有|还有)?(?:竞品|对手|竞争对手|友商|竞对)\\s?HAN(?=[,;。!?\\s]|也|在|拿|抢|截|报|价格|,|$)",
  "(?:主要|现在|目前)?(?:竞争|PK|pk|对打)(?:的)?(?:是|对象是)\\s?HAN(?=[,;。!?\\s]|,|$)",
];

/** Who is in the race, told in two clauses: the first may deny another. */
export const companyInstead: readonly string[] = [
  "(?:competitor|rival|incumbent), ?(?!who|which|but|and|they|so|then)LATIN",
  "(?:competitor|competition|rival|incumbent) (?:is not|isn't|wasn't) [^,]{2,24}, ?(?:it's|its|it is|but|that's) LATIN",
  "(?:对手|竞品|友商|竞对)[^,]{0,4}(?:就|只有?|还是)?(?:一家|一个|是),\\s?HAN(?=[,;。!?\\s]|$)",
  "(?:竞品|对手|竞对)不是[^,]{2,8},(?:而)?是HAN(?=[,;。!?\\s]|$)",
];

/** What is no company. */
export const notCompanies =
  /^(?:就|只|是|有|为|也|在|还|和|跟|与)|^(?:just|already|him|me|us|our|them|they|he|she|it|that|this|price|pricing|timing|budget|no|none|someone|somebody|another|other|others|nobody|competitor|competitors?|competition|vendor|legal|procurement|finance|monday|tuesday|wednesday|thursday|friday|plan|plans|next|who|what|which|there|everyone|we|you|i|demo|quote|proposal|contract|meeting|call|two|three|several|in-house|inhouse|status|options?|alternatives?|deal|po|and|but|so|also|cheap|cheaper|expensive|still|now|on|for|to|the|budget owner|client|customer|clients|customers|buyer|yes|not|nothing)$|我们|我|咱|客户|对方|他们|她|他|别家|其他|另外|另一|竞品|对手|友商|公司|一家|两家|几家|什么|谁|^[这那]|[这那][个家边里些]|别的|方案|报价|价格|合同|采购|法务|预算|下周|明天|项目|不|没|了|个|已经|还|都|也|大家|^[下上本这]?周|今年|去年|前年|明年|本次|这次|上次|重新|邀请|冻结|财务|上午|下午|早上|晚上|昨|刚|一起|同时|老板|领导|团队|内部|同行|人$|^[一两三几]$|目前|现在|主要|产品/u;
