// What a question is about, by its words in both languages; matched on folded text.
import type { Topic } from "../../playbook.ts";
import type { Lexicon } from "../model.ts";

/** Questions for something that somebody knows about their own house, by topic. */
export const questionTopics: Lexicon<Topic> = {
  scale: [
    /\bhow (many|big|large)\b|\b(volumes?|size|capacity)\b/,
    /多少(?!钱)|几(台|家|个|件|张|笔|条|把|次|千|万|种|页)|规模|产量|多大|一(天|年|个月|个班)/,
  ],
  today: [
    /\b(today|now|currently|at the moment|these days|present|existing|use|using|got|have you|supplier|vendor|brand|make|maker|system|who (makes|supplies|runs)|since when|how long have|in the meantime|until then|how do you (test|do|make|handle|check|measure|run))\b/,
    /现在|目前|用的?(是)?(什么|谁|哪)|哪(家|个)的|谁家的|什么(牌子|系统|设备|机器|方法|型号|库)|供应商|合作(了)?(多|几)|用了(多久|几年)|都是(哪|谁)|靠什么/,
  ],
  cost: [
    /\b(cost(s|ing)?|pay(s|ing)?|spend(s|ing)?|lose|losing|loss(es)?|penalt(y|ies)|worth|waste[ds]?|thrown? away|bin)\b/,
    /多少钱|成本|花(了|掉|多少)|损失|赔|罚|费用|工资|浪费|倒掉|一年.{0,6}(钱|费)/,
  ],
  budget: [
    /\b(budgets?|funding|funded|money|afford|capital|who('s| is)? pay(s|ing)?|price (range|in mind)|number in mind)\b/,
    /预算|经费|资金|钱从哪|哪(笔|块)钱|谁(出|掏)钱|心理价|什么价位|有没有钱/,
  ],
  deadline: [
    /\b(when|deadline|by when|how (soon|long)|which (day|date|month|week)|what date|time(line|frame)?|hurry|urgent|rush|why now|notice|expires?|runs? out|season)\b/,
    /什么时候|几(月|号|点)|哪(天|一天|个月)|多久|来得及|着急|急不急|为什么(这时候|现在)|截止|到期|期限|时间.{0,4}(节点|要求|够)|最晚|怎么这时候/,
  ],
  decides: [
    /\b(who (else )?(\w+ ){0,2}(decides?|signs?|approves?|says|has a say|must|has to|needs? to|besides you|do you (need|have to)|gets)|who('s| is) (the|in charge|deciding|signing)|decisions?|deciders?|have a say|(is it|are) (you|your)( \w+){0,3} (who|or)|you or (the|your)|sign(s|ed|ing)? (for|off|this|it)|your (boss|board|ceo|cfo)|up to you)\b/,
    /谁(来)?(定|拍板|签|批|说了算|做主|点头|决定)|说了算|拍板|您(自己|一个人)?(能)?(定|做主|签)|董事会|谁.{0,6}(签字|审批)|过谁|还(要|有)谁|哪些人|归谁/,
  ],
  against: [
    /\b(who|anybody|anyone|somebody|someone|vote|argue)\b.{0,24}\bagainst\b|\b(fight|hate|oppose[ds]?|object(s|ion)?|shoot (it|this|that) down|block(s|er|ing)?|stop (it|this|you)|say(s)? no|push(es)? back|resist|sceptic\w*|skeptic\w*|convince|hardest|not (like|want)|afraid of it)\b/,
    /谁.{0,8}(反对|拦|不同意|卡|不愿意|难缠|有意见|难(说话|搞|办|对付))|反对|阻力|不同意|不愿意|说服谁|最难(说服|过)|拦/,
  ],
  before: [
    /\b(last (time|one|rollout|vendor|supplier|project|cutover|crm|system|tool|integrator|purchase|attempt|crowd|year)|previous(ly)?|before|went wrong|go wrong|goes wrong|happened|used to|history|ever (had|tried|been)|burn(ed|t)|bad experience|worst)\b/,
    /上[次回]|上一[家个套次台]|以前|之前|过去|当年|出过(什么)?(事|问题)|吃过亏|踩过坑|后来|去年|前年|怎么了|怎么样了/,
  ],
  success: [
    /\b(success|successful|good (look|outcome|result)|happy|look(s)? like|have to be true|would it take|would you need|need(s)? (to see|from (me|us)|to (say|sign))|must (have|see)|missing|want(s|ed)? (to (see|achieve|have)|from|out of)|important|matters?( most)?|criteria|goal|aim|target|hope|wish|conditions?|what else (do|would) you)\b/,
    /怎(么)?样(才|算)|什么样(才|算|的)|需要(什么|哪些|我)|还(缺|差|要|需要)(什么|哪|啥)|要(看到|满足|什么|哪些)|满足什么|标准|目标|希望|最看重|最在意|最关心|什么条件|想(要|查|看)(什么|哪|到)|指标|怎么才/,
  ],
  process: [
    /\b(process|steps?|procedure|how (does|do|would|will) (it|this|that|you) (work|go|decide|buy|get|approve)|committee|board|approval|approve|meet(s|ing)?|validation|tender|paperwork|form|how long does|takes?)\b/,
    /流程|程序|(?<!吃)过(哪|什么|几)|哪些会|什么会|会上|委员会|评审|审批|怎么(走|批|报|申请)|要走|多久能|多长时间|立项/,
  ],
  team: [
    /\b(who (does|do|works|runs|handles|operates|looks after|covers|stands|is on|uses|maintains)|people|staff|team|operators?|nurses?|shifts?|nights?|how many (are you|of you)|hands|headcount|workers?|men|users?|advisers?)\b/,
    /谁(在)?(做|干|管|盯|负责|操作|用|洗|填|维护)|几个人|多少人|几个班|夜班|人手|工人|人员|团队|班组|用几个|(医生|护士|工程师|员工).{0,6}(几|多少)/,
  ],
  rivals: [
    /\b(rivals?|competitors?|competition|other (quotes?|offers?|vendors?|suppliers?|two|one|bidders?|compan(y|ies))|others|anybody else|who else (is|are|have|has|did)|compare|cheapest|against us|talking to)\b/,
    /其他(两|几)?家|另外(两|几|一)?家|别家|同行|竞争|对手|比价|还有(谁|哪家)|哪几家|他们(怎么|报)/,
  ],
  trouble: [
    /\b(trouble|problems?|pain|hurts?|worr(y|ies|ied)|headache|difficult|hard(est)?|bother|annoy|frustrat\w*|wrong with|unhappy|complain\w*|sleep|fear|worst|what brought|made you|(why|how come) (are|did|do) you|interested)\b/,
    /头疼|难(的|处|在|点)|痛点|担心|怕|愁|问题|不满意|麻烦|抱怨|不顺|着急的|最疼|放心不下|不好|意见/,
  ],
  mood: [
    /\bhow('re| are|'s| is| was) (you|things|everything|life|business|it going|your (day|week|weekend|morning)|the (day|week|weekend|morning|family))\b|\bholding up\b|\beverything (ok|okay|all right|alright)\b|\bbusy\b|\b(good|nice) weekend\b/,
    /最近(忙|怎么样|还好|好)|忙(吗|不忙|坏|得|着呢)|您(身体|还)?好(吗|不好)|周末.{0,6}(怎么|过|休息)|辛苦(吗|了吧)|累(吗|不累|坏)|(生意|店里|厂里).{0,6}(好吗|怎么样|还行|特别好|不错)/,
  ],
};
