// What a question is about, by its words in both languages; matched on folded text.
import type { Topic } from "../../playbook.ts";
import type { Lexicon } from "../model.ts";

const people =
  "people|staff|nurses|doctors|surgeons|operators|folks|guys|crew|hands|heads|workers|men|women|engineers|technicians|analysts|inspectors|advisers|colleagues|users|of you|are you|of them do|fellows|fitters|bodies";
const crew =
  "team|crew|group|department|unit|staff|bench|office|outfit|squad|workforce|headcount|head count";
const han = "人|位|名|号人|个人|同事|大夫|医生|护士|工人|师傅|员工|工程师|客户经理|技师|操作工";

/** Words that leave little doubt what a question is for. */
export const questionTopics: Lexicon<Topic> = {
  scale: [
    new RegExp(
      `\\bhow (many|much)\\b(?! (more |other |of )?(${people}|time|longer|notice|money|cash|budget|does|do you (pay|spend|lose)|is (it|that|this|one|a)\\b|would|will|did|are you (paying|spending)|(it|that|this) cost))`,
    ),
    /\b(volumes?|caseload|throughput|output|quantit(y|ies)|workload|capacity|turnover|how (big|large|busy)(?! (is|are) your (team|crew|group|department|staff)| (a |is the )?(team|crew|group|staff|problem))|what (kind of |sort of )?numbers|what's (your|the) (daily|weekly|monthly|yearly|annual))\b/,
    new RegExp(
      `多少(?!钱|时间|年|预算|经费|(个)?(${han}))|(?<!十)几[万千]|几(?=[台家件张笔条把次种页只套例床单瓶吨批])|(?<!十)几个(?=[呀啊呢]?[?？]?$)`,
    ),
    /规模|产量|走量|用量|多大(?!金额)|出多少|峰值|高峰期|吞吐|工作量|体量/,
  ],
  today: [
    /\b(how|what) .{0,60}\b(today|now|currently|at the moment|at present|these days|presently|in place)\b/,
    /\b(now|today|currently|at the moment|at present|these days)\b.{0,50}\b(what|how|which|who('s| is| makes| supplies))\b/,
    /\bhow do (you|they|your \w+) (?!(decide|feel|mean|know|see|like|want|think|get (approv|sign|this through)|buy|choose|plan|find|go about|expect)\b)\w+|\bhow (is|are|does) (the|that|this|it|your)\b.{0,40}\b(done|handled|made|checked|tested|packed|run|tracked|managed|covered|set up|organi[sz]ed|working)\b/,
    /\b(what|which) .{0,24}\b(are|do|is|have) (you|they|your \w+)( \w+)? (us(e|ing)|run(ning)?|on|got|hav(e|ing)|work(ing)? with|buy(ing)?)\b|\b(supplier|vendor|brand|make|maker|incumbent|provider|set-?up|current (system|tool|solution|one|machine|process|contract))\b|\bwho (makes|supplies|delivers|services) |\bhow old\b|\bin the meantime\b|\b(since when|how long have you)\b/,
    /\bwhat .{0,20}\b(system|tool|software|machine|equipment|kit|model|platform|device|product)s?\b.{0,30}\byou\b/,
    /(现在|目前|眼下|平时|手头|手上|眼前|如今|当下).{0,10}(怎么|咋|靠|拿|用|是|走|什么|啥|哪)|怎么(做|弄|管|处理|录|查|对|核|测|控|洗|装|送|搞|干|操作|采|记)|咋(做|弄|管|处理|录|批|查|对|搞|干)/,
    /(拿|用|靠)(的)?(是)?(什么|啥|谁)|(用|使|装|买)的?(是)?(哪|几个牌子|几家)|哪(家|个)的|谁家的|什么(牌子|系统|设备|机器|方法|型号|库|软件|平台|工具)|供应商|合作(了)?(多|几)|(用|买|装|跑)了(多久|几年|多少年)|几年了|都是(哪|谁)|现网/,
  ],
  cost: [
    /\b(costs?|costing|pay(s|ing)?(?! (for it|for this)\?)|paid|spend(s|ing)?|spent|lose|losing|loss(es)?|penalt(y|ies)|fine[ds]|price|worth|wast(e|ed|ing)|bill|rates?|expens(e|es|ive)|hourly)\b|\b(set(s|ting)?|runn?(s|ing)?) you( back)?\b|\bwhat (does|do|did|would|is|are) .{0,40}\bcome(s)? to\b|\bin (euros|dollars|pounds|money)\b|\bhow much (is|are|was|does|do|did|would|for|a|per|it|that)\b/,
    /成本|花(了|掉|多少|销)|损失|亏|(?<!理)赔(?!案)|罚|费用|工资|浪费|倒掉|掏(多少|了)|(开|发)多少|工钱|(什么|啥|多少)价|单价|价格|一年.{0,6}(钱|费)|多少钱|开销|贵不贵|费(多少|了)/,
  ],
  budget: [
    /\b(budget\w*|funding|funded|funds?|afford|capital|capex|purse|pot|cash|earmarked|set aside|put aside|allocated|price (range|in mind)|number in mind|ballpark|approve yourself|on your own authority|your (own )?(limit|authority)|(what|which) (amount|sum|limit))\b|\b(money|pocket)\b.{0,40}\b(for|come|from|out of|there|whose|is|put|set)\b|\b(whose|what|any|where|who has|who holds|is there|find the) (the )?(money|pocket|budget)\b|\bwho('s| is| will be| would be)? (the )?(pay(s|ing)?)( for)?\b|\bwho pays\b|\bhow much (money )?(do|have|can|could|would) you (have|got|spend|go|invest|put|sign)\b/,
    /预算|经费|资金|(钱|款)从|哪(笔|块|儿来的?)钱|谁(出|掏|付)(钱|款)?|心理价|什么价位|有没有钱|开支|盘子|家底|(能|可以)(拍|批|签|动|用)(到)?(多少|什么数|多大)|有多少(钱|能用)|批了多少|留(了|出)?.{0,8}(钱|款|数)|额度|出得起/,
  ],
  deadline: [
    /(^|[,;:] ?|\b(and|so|but|then|or|ok|by|until|till|since|exactly|know|say) )when\b(?! (was|were|did)\b)|\b(deadline|by when|how (soon|urgent)|which (day|date|month|week)|what (date|day|time)|time(line|frame|table|scale| frame)|hurry|urgent|rush|why now|expires?|schedule|cut-?off|(how much|enough|how long) (time|have (we|you) got|do (we|you) have)|wiggle room|go(ing)? live|up and running|calendar|due|by the (end|time)|how many (weeks|months|days) (do|have|until|till|before|left))\b/,
    /(什么|啥)时候|时候合适|几(月|号|点)|哪(天|一天|个月|周)|何时|多久(能|内|要)?(?=[^,]{0,6}(定|签|上|结果|投|交|完))|来得及|着急|急不急|(要|得|赶)得?(很)?急|截止|到期|期限|时间.{0,4}(节点|要求|够)|最(晚|迟)|怎么这时候|之前(得|要|必须)|还(有|剩)(几|多少)(天|周|时间|个?月)|工期|交期|日子/,
  ],
  decides: [
    /\bwho('s| is| are|'ll| will| would| must| has to| does| do| gets?)?( else)?( \w+){0,3} (decid(e|es|ing)|signs?|signing|approv(e|es|al)|says? (yes|so|go)|has a say|have a say|need(s|ed)? to (agree|be|sign|say|approve)|to (agree|convince)|sits? on|on the (panel|committee|board|jury)|in charge|boss|final (say|word|call|decision)|calls?|on board|involved|authori[sz](e|es|ation)|release[sd]?|choos(e|es)|pick(s|ed)?|green ?light|okays?)\b/,
    /\b(decisions?|deciders?|decision[- ]makers?|final (say|word|call)|last word|green ?light|blessing|sign-?off|whose (signature|decision|call|desk|approval|say|yes)|(your|his|her|the|whose) (signature|approval|sign-off|call|authority|decision)|(ask|need|clear it with|check with|go to|convince) (your|the) (boss|board|ceo|cfo|director)|(is|are) (it|this|that) (you|your|up to)|up to you|you or (the|your)|by yourself|on your own|yourself|alone|buy-?in|need anyone|(take|takes|need|needs) .{0,20}signature)\b/,
    /\b(could|can|do|would) you (okay|ok|sign|decide|approve|release|buy)( for)?\b|\b(is|are) there (any(one|body)|some(one|body)) (else )?(who|above|over|to)\b.{0,16}\b(sign|agree|decide|approve|say|ask)/,
    /谁(来|能|去|最后|最终)?(定|拍|签|批|说了算|做主|作主|点头|决定|管这|过)|说了算|拍板|能拍|做主|作主|一句话|(您|你)?(自己|一个人)(能)?(定|做主|签|批)|您(能)?(定|签)吗|董事会|谁.{0,6}(签字|审批|点头)|过谁|还(要|得|有)(谁|哪)|哪些人|(归|由).{0,6}(批|管|定|签)|哪(位|个)领导|领导那(关|边|儿)|往上报|报给谁|授权|权限/,
  ],
  against: [
    /\b(who|any(body|one)|some(body|one)|which \w+|vote|argue)\b.{0,40}\b(against|(kick|kicking) up|fuss|moan|complain|trouble|resist\w*|object\w*|oppos\w*|unhappy|speak up|stand in the way|veto|difficult|worried|fight(s)?|hates?|blocks?|stops?|say(s)? no|push(es)? back|shoot|won't like|doesn't like|dislike|sceptic\w*|skeptic\w*|tough(est)?|hardest|afraid|dig(s)? in|drag(s)?|lose out|loser?|nervous)\b/,
    /\b(sceptics?|skeptics?|opponents?|critics?|detractors?|opposition|resistance|pushback|push back|naysayers?|against (it|this|us|the)|shoot (it|this|that) down|internal(ly)? (hurdles?|resistance)|hardest to convince)\b/,
    /(谁|哪(位|个|几位|些|家|边)|有没有人|有人).{0,12}(反对|拦|不同意|卡|不愿意|难缠|有意见|难(说话|搞|办|对付|讲话)|使绊子|不(好说话|踏实|乐意|痛快|赞成|支持|点头)|挑|唱反调|有(顾虑|想法)|抵触|偏向|顶|担心)|反对|阻力|不同意|不愿意|不乐意|使绊子|唱反调|说服谁|最难(说服|过)|拦/,
  ],
  before: [
    /\b(what happened|made you (call|ring|pick|look|change|talk|switch|come)|last (time|one|rollout|vendor|supplier|project|cutover|crm|system|tool|integrator|purchase|attempt|crowd|big|round|audit|recall|incident|year)|previous(ly)?|before this|(went|go|goes|gone) wrong|(that|the) (incident|recall|accident|breach|failure|outage)|used to|history|ever (had|tried|been|worked|bought)|(you|anyone|they) (had|tried|been|done) .{0,30}\bbefore|burn(ed|t)|bad experience|past|earlier|how did (that|the|it) .{0,30}(go|work|turn|end|come)|work(ed)? out|turn(ed)? out|lesson|learn(ed|t)?|scar)\b/,
    /(?<!我)上(?!线|会|报|面|班|午|门|市|级|手)[次回个一](?!个?(月|周|星期|礼拜))|以前|(?<![底号日周月年会])之前(?!(得|要|必须|能))|过去|当(年|初|时)|出过|吃过亏|踩过|栽|后来|去年|前(年|几年)|怎么了|怎么样了|咋样了|结果呢|教训|(买|上|换|用)过|经历/,
  ],
  success: [
    /\b(success\w*|good (look|outcome|result)|happy (with|about)|looks? like|have to be true|would it take|would you need|(do|would|will|does|must|should) (you|they|he|she|it|the \w+|your \w+) (want|need|like|expect|require|hope)\b|need(s|ed)? (to see|from (me|us)|to (say|sign|have))|must (have|see|be)|missing|want(s|ed)? (to (see|achieve|have)|from|out of|on)|important|matters?( most)?|criteri(a|on)|goals?|aims?|targets?|hoping|ideal(ly)?|perfect|a win\b|requirements?|priorit(y|ies)|expect(ation|ing)?s?|look(ing)? for|convince you|persuade you|to say yes|condition|what else (do|would) you|conditions?|what('s| is| do| are) .{0,20}(after|your five)|make (you|it|that) .{0,16}(say yes|say no|walk away|easy|worth|win|sign)|deal-?breakers?)\b/,
    /怎(么)?样(才|算)|什么样(才|算|的)|怎么才|(需要|要|想要|希望|期望|缺|差|少)(我们?|看|的)?(什么|哪些|哪|啥|交|准备|带|提供|给)|要(看到|满足|什么|哪些|写|填)|满足什么|标准|目标|希望|最?看重|最在(意|乎)|最关心|什么(条件|要求)|有(什么|啥|哪些)要求|想(要|查|看)(什么|哪|到|啥)|指标|填(什么|哪|啥)|满意|才(行|放心|点头|签|敢)/,
  ],
  process: [
    /\b(process|steps?|step by step|procedure|route|path|gates?|stages?|hoops|how (does|do|would|will|did) (it|this|that|you|they|the \w+|a \w+) (\w+ ){0,3}(work|go(?! (wrong|live|with))|buy|bought|get (approved|signed|through|bought)|choose|purchase)|go about|committee|board meets?|approvals?|meets?|validation|tender|paperwork|how long (does|do|would|will|did)|takes? (you|from)|what (happens|comes) (next|after|then)|comes next|next after|from here|after (your|that|the) \w+)\b/,
    /流程|程序|手续|环节|步骤|(?<!吃)过(哪|什么)|几(关|道|步|轮)|哪些会|什么会|会上|委员会|评审|审批|怎么(走|批|报|申请|立项|采购)|要走|走下来|走完|多久能|(得|要)多(久|长时间)|多长时间|立项|接下来|下一步|之后(怎么|呢|还)|招标/,
  ],
  team: [
    new RegExp(`\\bhow (many|much) (more |other |of (your |the )?)?(\\w+ )?(${people})\\b`),
    new RegExp(
      `\\bhow (big|large|small|strong|many)( \\w+){0,3} (${crew})\\b|\\b(${crew}) (size|strength)\\b`,
    ),
    /\bwho('s| is| are)? (actually |exactly |normally |usually )?(do(es|ing)?|works?|runs?|running|handl(es?|ing)|operat(es?|ing)|look(s|ing)? after|covers?|stand(s|ing)?|is on|uses?|maintain(s|ing)?|fills?|checks?|chas(es?|ing)|carr(y|ies)|cleans?)\b|\b(headcount|staffing|staffed|how many shifts|man(ned|power))\b/,
    new RegExp(`((?<!好)几|多少)(个|位|名)?(${han})|几口人|多少号人|几个班`),
    /谁(在|来|负责)?(做|干|管|盯|操作|用|洗|填|维护|核|看|写|跑)|人手|编制|团队|班组|站几|配几|夜班/,
  ],
  rivals: [
    /\b(rivals?|competitors?|competition|other (quotes?|offers?|vendors?|suppliers?|two|one|bidders?|bids?|compan(y|ies)|parties|options|providers)|alternatives?|any(body|one) else (?!who)|who else (is|are|have|has|did) (you |they |been )?(\w+ ){0,2}(quot|bid|talk|look|offer|pitch|in the|in this|at the table|competing)\w*|besides us|apart from us|other than us|compare|compet(e|ing) with|cheapest|up against|against us|(talk|speak|look)(ing|ed)? (to|at|with) (any|other|some)\w*|short ?list|in the running|the others?|other (guys|side)|their (offer|price|quote)|cheaper (offer|one))\b/,
    /其他(两|几)?家|另外(的)?(两|几|一)?家|别家|同行|竞争|对手|比价|还有(谁|哪家|几家)|哪几家|几家(在|来|报)|他们(怎么|报)|(?<![您你])那家(?!店|医院|厂|分店)|(另|别)的(厂家|公司|品牌)|(在|有没有)?(看|谈|问)(过)?(别|其他|另外)/,
  ],
  trouble: [
    /\b(bottlenecks?|pain|hurts?|worr(y|ies|ied)|headaches?|bother(s|ed|ing)?|annoy\w*|frustrat\w*|wrong with|unhappy|complain\w*|sleep|fear|worst|sticking point|biggest (problem|issue|challenge|worry|concern)|what brought|made you|(why|how come) (are|did|do) you|interested|slow(s|ing)? you|stuck|holding you|most concerned|struggl\w*|keeps you|weak (spot|point)|what('s| is) (the )?(problem|trouble|matter|issue|difficult|hard\w*|wrong))\b/,
    /头疼|难(的|处|在|点)|痛点|担心|怕|愁|(什么|啥|哪些|有)问题|不满意|麻烦|抱怨|怨言|不顺|着急的|最(疼|烦|慢|堵)|放心不下|不好(?!(意思|说))|意见|瓶颈|卡在|耽误/,
  ],
  mood: [
    /\bhow('re| are|'s| is| was) (you(?! (doing|handling|checking|packing|using|going to|running|getting|planning) (it|this|that|the|your|a))|things|everything|life|business|it going|your (day|week|weekend|morning)|the (day|week|weekend|morning|family))\b(?! \w*(rush|shift|list|round|peak|run|cover))|\bholding up\b|\beverything (ok|okay|all right|alright)\b|\b(are|been) (you )?busy\b|\bbusy (day|week|morning)\b|\b(good|nice) weekend\b/,
    /最近(忙|怎么样|还好|好)|忙(吗|不忙|坏|得|着呢)|您(身体|还)?好(吗|不好)|周末.{0,6}(怎么过|过|休息)|辛苦(吗|了吧)|累(吗|不累|坏)|(生意|店里|厂里).{0,6}(好吗|怎么样|还行|特别好|不错)/,
  ],
};

/** Of these topics the words are in questions for another one, too: "who signs" is for who decides, not for the team. */
export const topicsBehind: Partial<Record<Topic, readonly Topic[]>> = {
  decides: ["team", "today", "process", "deadline", "success"],
  against: ["decides", "team", "process", "trouble", "rivals", "today"],
  before: ["today", "trouble", "process", "deadline", "scale"],
  team: ["scale", "today"],
  budget: ["cost", "scale", "decides", "team"],
  cost: ["scale", "today", "trouble"],
  rivals: ["today", "decides", "cost", "against", "scale", "team"],
  process: ["today", "deadline", "scale"],
  deadline: ["scale", "success", "today"],
  success: ["today", "process"],
};
