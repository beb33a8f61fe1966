// Words that keep a clause from being the rep's own assertion.

/** A guess, a hope or a duty: only the clause it stands in. */
export const hedge =
  /(?<![a-z])(?:might|(?<!(?:\d(?:st|nd|rd|th)?|in|by|of|until|early|late|mid|end) )may(?! \d|\s*$)|maybe|perhaps|possibly|probably|likely|hopefully|hop(?:e|es|ing)|should(?!n't| (?:be|read|say) [$£€¥]?\d)|could|would|i think|i guess|i suppose|i reckon|i believe|i feel|i assume|my guess|my gut|gut feel|seems?|sounds like|looks like|looking like|not sure|unsure|unclear|don't know|no idea|tbd|potentially|fingers crossed|with (?:any )?luck|aim(?:s|ing)? (?:to|for)|trying to|would like|tentative(?:ly)?|in theory|presumably|supposed to|wish|almost|nearly|close to signing|about to|verbal(?:ly)?|soon)(?![a-z])|可能|估摸|说不准|拿不准|不见得|也许|或许|(?<!个)估计(?!值)|大概|应该(?!是\d[\d.]*[万wk]?(?!吧))|感觉|好像|似乎|不一定|说不定|八成|我猜|没准|貌似|有望|希望|争取|期望|但愿|不确定|不好说|不清楚|不知道|待定|未定|力争|口头|快要?(?:签|成|定|批|下单)|差点|差不多(?:能|可以|要)|恐怕|没把握|有可能|看样子|看起来|理论上|尽量|想着|我觉得|我看|能不能|可不可以|是否/gu;

/** A condition holds for the rest of the sentence. */
export const condition =
  /(?<![a-z])(?:if(?! needed)|unless|provided|assuming|as long as|depend(?:s|ing) on|subject to|contingent|in case|whether|should they|once|until (?:they|he|she|we|legal)|pending)(?![a-z])|如果|(?<!主)要是|假如|除非|只要|万一|(?<!预算|价格|报价|时间|金额|合同|项目|进度|交期|付款|这边|那边|方面|这块|后续|下一步|目前)的话|取决于|要看(?!案例|资料|演示|demo|现场|方案|报价|合同|系统|产品|样品|材料|样机|一下)|一旦|倘若|若|前提/gu;

/** What others say: the rest of the sentence is theirs. */
export const hearsay =
  /(?<![a-z])(?:(?<!(?:final|last|a|no|any|i|we|i'd|we'd) )say|says(?! (?:hi|hello|hey|thanks))|(?<!(?:i|we) )said(?! (?:hi|hello|thanks))|saying|(?<!(?:i|we|i've|we've) )told|tells|heard|apparently|reportedly|allegedly|rumou?rs?|rumou?red|(?<!(?:final|last) )word is|claims?|claimed|according to|supposedly|mentioned|promised|promises|insists?|swears?|per (?:their|his|her)|thinks|(?:they|he|she|customer|client) (?:reckon|say|think|claim|hope|tell)|reckons|he thinks|she thinks|they think|believes|wrote|writes|hinted|hints|quoted as)(?![a-z])|听说|据说|据称|传闻|风闻|有人说|(?<!好|来|再|么|是|话|和|我|没|条|才)说(?!不上|得上|白了|到底|起来|了不?算|服|明|话|好|定|不定|清|实)|告诉我|透露|提到|表示(?!满意|认可|感兴趣|不满)|声称|答应了?|承诺|放话|暗示|认为/gu;

/** The opposite is meant: the sentence, and the one before where these are all its words. */
export const sarcasm =
  /(?<![a-z])(?:yeah,? right|sure,? (?:sure|jan|thing)|as if|pigs (?:will |might )?fly|when hell freezes|dream on|in (?:my|your|their) dreams|good luck with that|what a surprise|how lovely|just (?:great|perfect|wonderful|lovely|brilliant|what i needed)|oh (?:great|joy|sure|wonderful|perfect|yeah)|\/s|not\.$|lol sure|i'm sure they will|my foot|totally (?:gonna|going to)|because of course|must be nice)(?![a-z])|呵呵|才怪|做梦|想得美|太阳.{0,4}西边|鬼才信|谁信|真行啊|真是太.{1,4}了呢|可真(?:好|行|棒)|好极了呢|真棒呢|信了你的邪|猴年马月|我信你个鬼/gu;

/** Asked, not said. */
export const question =
  /\?\s*$|吗\s*[?]?\s*$|^\s*(?:did|does|do|has|have|is|are|was|were|should|can|could|would|will|what|when|who|which|why|how|any (?:news|update))(?![a-z])(?!n't).*\?|是不是|有没有(?=.*[?吗呢])|怎么样了|呢\s*\??$|什么时候|谁(?:拍板|决定|签字)[?吗呢]/gu;

/** Everything after is the customer's own words. */
export const forwarded =
  /(?:^|\n)\s*(?:fwd?:|begin forwarded|-+ ?(?:original|forwarded) message|on .{4,60} wrote:|from: )|(?:^|\n)\s*(?:转发|客户原话|原话|原文|客户消息|客户微信|以下是客户|邮件原文)[^\n]{0,12}?[::]|(?:^|\n)\s*(?:customer|client|buyer|客户|对方)\s*:(?![\s\S]{0,60}(?:stage|amount|status|next(?: step)?|close|阶段|金额|进展|下一步|报价)\s*:)|(?:he|she|they|customer|client) (?:wrote|texted|messaged|emailed(?: me)?)\s*:/gu;

/** Denied: within reach before what it denies. */
export const negation =
  /(?<![a-z])(?:not|never|(?<!a )no(?! (?:wait|sorry|problem|doubt|worries))|nothing|nobody|none|without|yet to|haven't|hasn't|hadn't|didn't|doesn't|don't|isn't|aren't|wasn't|weren't|won't|can't|cannot|couldn't|wouldn't|nor|neither|refus(?:e|es|ed|ing)|fail(?:s|ed) to|stopped|cancel(?:l?ed|s)?|postponed|havent|hasnt|didnt|doesnt|dont|isnt|wont|cant|still need to|instead of|rather than)(?![a-z])|没(?!问题|事|想到|错|准|戏)|未(?!来)|不(?!错|过|少|仅|但|光|久|对|绝口|是.{1,8}是|好意思|用担心)|(?<![特区级性类分])别(?!的|人)|无(?!锡|尘|线|人)|取消|推迟|等着?(?=我们|咱们)|拒绝|并非/gu;

/** What was said before is put right. */
export const correction =
  /→|[-=]>|(?<![a-z])(?:no wait|wait no|wait|sorry|scratch that|i mean|i meant|correction|actually|make that|rather|oops|my bad|no,|strike that|typo|er|edit)(?![a-z])|不对|说错|写错|打错|更正|纠正|应该是|哦不|噢不|搞错|错了|口误|准确说/u;
