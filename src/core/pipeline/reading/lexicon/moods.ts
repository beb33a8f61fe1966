// How the customer feels and whether the deal is in danger, in words of both languages.
import type { Sentiment } from "../understood.ts";
import type { Meaning } from "./patterns.ts";

/** The customer's mood. Longer words win over those they hold: 不满意 over 满意. */
export const moods: readonly Meaning<Sentiment>[] = [
  {
    value: "negative",
    denied: true,
    patterns: [
      "(?:not|isn't|aren't|wasn't|weren't|n't|hardly|far from|never) (?:\\p{L}{1,40} )?(?:happy|impressed|interested|pleased|satisfied|thrilled|keen|excited|convinced|enthusiastic|sold|warm|into it|buying it|loving)(?![a-z])|(?:not|n't|never|hardly) (?:really |quite |too |so |all that )*(?:like|liked|love)(?! (?:i|we|last|before|the last))(?![a-z])",
      "不(?:太|是很|怎么|够|大|很|是特别)?(?:满意|高兴|开心|感兴趣|认可|看好|积极|乐意|爽|热情|喜欢|买账|信任|待见|放心)|没(?:什么|啥|有)?(?:兴趣|热情)|脸色不(?:太)?(?:好|对)|不(?:满(?!意|足|\\d)|耐烦|悦)",
    ],
  },
  {
    value: "negative",
    patterns: [
      "(?<![a-z])(?:unhappy|frustrat(?:ed|ing)|annoyed|angry|upset|hated?|hates|disappointed|irritated|furious|fuming|seething|raging|pissed(?: off)?|skeptical|sceptical|unimpressed|cold|hostile|dismissive|fed up|complain(?:ed|s|ing)?|negative|cooled(?: off)?|lost interest|losing patience|impatient|dissatisfied|grumpy|not a fan|pushed back hard|concerned|worried about (?:us|our)|underwhelmed|resistant|turned off|gone off (?:it|us|the)|gone cool|displeased|livid|mad at)(?![a-z])",
      "很?(?:生气|发了?大?火|脸色(?:很|有点)?(?:难看|差)|恼火|失望|抱怨|抵触|反感|吐槽|投诉|冷淡|冷漠|质疑|发火|(?<!不耐)烦|态度(?:很|非常|比较|挺|特别|有点)?(?:差|恶劣|强硬|不好)|嫌弃|消极|抗拒|窝火|有意见|意见很大|牢骚)",
    ],
  },
  {
    value: "neutral",
    denied: true,
    patterns: [
      "(?<![a-z])(?:lukewarm|on the fence|non-?committal|indifferent|neutral|so-so|meh|neither (?:happy|positive|here)|hard to read|polite but|poker-?faced|ambivalent|undecided)(?![a-z])",
      "态度(?:比较|很|还|挺|有点|都)?(?:一般|平淡|中立|中性|不明确|不置可否|暧昧|模糊|平平)|不冷不热|不温不火|反应(?:一般|平平|平淡)|中立|没表态|不置可否|无所谓|情绪(?:一般|平稳|中性)|兴趣一般|不咸不淡|感受一般",
    ],
  },
  {
    value: "positive",
    patterns: [
      "(?<![a-z])(?:loved?|loves|loving|thrilled|excited|impressed|happy(?! (?:new year|holidays?|birthday|easter|christmas|friday|monday))|delighted|keen|enthusiastic|very interested|really interested|interested|pleased|blown away|positive|warm|friendly|likes?(?: (?:it|the|our|what|us))|liked|upbeat|satisfied|big fan|super into|stoked|over the moon|raving|eager|ecstatic|thumbs up|went down (?:very |really |so )?(?:well|a treat)|well received|landed well|receptive|sold on|(?:great|good|positive|amazing|fantastic|excellent) (?:feedback|reaction|response|vibes?|energy))(?![a-z])",
      "(?:很|非常|挺|特别|十分|比较|蛮|相当|极其|还挺|都|也|对[^,]{1,8})?(?:满意|高兴|开心|感兴趣|认可|看好|喜欢|有兴趣|兴奋|赞不绝口|好评|兴趣很?(?:大|浓|高|足)|积极(?!性)|热情|赞赏|欣赏|激动|乐意|青睐)|评价(?:很|非常|挺|特别)?高|反馈(?:很|非常|挺|特别)?(?:好|不错|积极)|印象(?:很|非常|特别|挺)?(?:好|深)|(?:觉得|感觉|反馈说?|评价)[^,我]{0,4}(?:挺|很|非常|蛮|还|特别)(?:好|不错|棒|赞|行|满意)|态度(?:很|非常|挺)?(?:好|积极|不错)|意向(?:很|非常|挺)?(?:强|大|高)|(?:反应|反响)(?:很|非常|挺|特别|相当)?(?:好|热烈|不错|积极|强烈)",
    ],
  },
];

/** Whether the deal is in danger. */
export const risks: readonly Meaning<boolean>[] = [
  {
    value: false,
    denied: true,
    patterns: [
      "(?:no|not|zero|isn't|aren't|without|not at|isn't at|low) (?:\\p{L}{1,40} ){0,2}risks?(?![a-z])|risk[- ]free|(?:no|zero) red flags?",
      "风险[:是]?(?:暂)?(?:无|没有)(?:$|[,;。])|(?:没有?|无|不存在)(?:什么|啥|任何|太大|大的?|多大|明显的?)*风险|风险(?:很|比较|不)?低|风险(?:不大|很小|可控|解除|已解除|没有)",
    ],
  },
  {
    value: true,
    denied: true,
    patterns: [
      "(?<![a-z])(?:at risk|at-risk|in danger|in jeopardy|red flags?|slipping|big risk|main risk|real risk|risky|(?:is|are|'s) (?:a )?risk|gone (?:dark|quiet|silent|cold|awol)|went (?:dark|quiet|silent|cold)|going (?:dark|cold|quiet|sideways)|ghost(?:ed|ing)(?: us)?|risk here|champion (?:\\p{L}{1,40} )?(?:left|leaving|quit|resigned|is out|has left)|sponsor (?:left|leaving|quit|resigned)|radio silen(?:ce|t)|in trouble|shaky|on thin ice|wobbl\\p{L}{1,40}|stuck(?! with)|stalled|stopped (?:responding|replying|answering)|not (?:responding|replying|answering|returning)|hasn't (?:responded|replied)|flag(?:ging)? (?:it |this )?(?:as |a )*risk)(?![a-z])",
      "(?:标|记|提|报)(?:个|一下|为|成)?风险|有(?:点|些|很大|较大|一定|大|丢单|延期|流失|不小)?的?风险|(?<!没什么|没有|没|无)风险(?:很|较|比较|挺|有点)?(?:大|高)|(?:有点|很|比较|挺|这单|单子)悬(?!赏|挂)|要黄|危险了?|失联|联系不上|不回(?:消息|微信|电话|邮件)了?|(?:对接人|联系人|关键人|支持者|项目负责人|负责人|内线|教练)[^,]{0,4}(?:离职|走了|调走|换人|换了|跳槽|调岗)|(?:可能|有)变数|亮红灯|卡住了|卡死了?|僵住|僵局|不接电话|已读不回|岌岌可危|不稳",
    ],
  },
];
