// How people ask about their skills and their practice, and who sees them.

export const skillsPhrases = {
  manager_sees: [
    /^(?:show (?:me )?)?what (?:does |can |do |could )?(?:my |the )?(?:manager|boss)s? (?:sees?|knows?|can see)(?: (?:of|about) (?:me|my skills))?(?<rest>)$/i,
    /^who (?:can see|sees|looked at) my (?:skills|practice)(?<rest>)$/i,
    /^(?:我的?)?(?:主管|领导|经理|老板)(?:能|可以|会)?(?:看到|看见|知道)(?:我的?)?(?:什么|哪些(?:内容)?)(?<rest>)$/,
    /^谁(?:能|可以)?(?:看到|看过)我的?(?:能力|演练)(?<rest>)$/,
  ],
  team_skills: [
    /^(?:show |see )?(?:me )?(?:(?:my|our|the) )?(?:team(?:'?s)? )?(?:skills? )?heat ?map(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:我的?|我们)?(?:团队的?)?(?:能力|技能)?热力图(?<rest>)$/,
    /^(?:show |see )?(?:me )?(?:(?:my|our|the) )?team(?:'?s)? skills(?<rest>)$/i,
    /^(?:show |see )(?:me )?(?!my\b)[\p{L} .'-]{2,40}'s skills(?<rest>)$/iu,
    /^(?:给我)?(?:查看|看看|看一下|看)\p{Script=Han}{2,4}的(?:能力|技能)(?<rest>)$/u,
    /^who (?:needs|could use|should get) (?:some )?(?:coaching|help|training|practice)(?<rest>)$/i,
    /^谁(?:需要|该|最需要)(?:辅导|培训|帮助|练习|演练)(?:一下)?(?<rest>)$/,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:我的?|我们)?团队的?(?:能力|技能)(?<rest>)$/,
  ],
  ramp: [
    /^(?:show |see )?(?:me )?(?:(?:my|our|the) )?(?:ramp(?:-?up)?|newcomers|new hires|onboarding)(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:我的?|我们)?(?:团队的?)?新人(?:的)?(?:成长|情况|进展|(?:最近|现在)?(?:成长得?)?(?:怎么样|如何|怎样))?(?<rest>)$/,
    /^how (?:are|is) (?:the |my |our )?(?:newcomers?|new hires?|new reps?) (?:doing|getting on|ramping(?: up)?)(?<rest>)$/i,
  ],
  practice_history: [
    /^(?:show |list |see )?(?:me )?(?:my )?(?:practice|practise|training) (?:history|log|sessions|reports?|results)(?<rest>)$/i,
    /^(?:show |list |see )?(?:me )?my practices?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:我的?)?(?:演练|练习|陪练)(?:的)?(?:记录|历史|报告|成绩)(?<rest>)$/,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?我的(?:演练|练习|陪练)(?<rest>)$/,
  ],
  drills: [
    /^(?:show |list |see )?(?:me )?(?:the )?(?:(?:my )?colleagues?'?s?'? )?drills?(?: from colleagues)?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:来自)?同事的?(?:练习|回答|演练)(?<rest>)$/,
  ],
  skills: [
    /^(?:show |see )?(?:me )?(?:my )?(?:skills?|twin|radar|strengths(?: and weaknesses)?)(?<rest>)$/i,
    /^how (?:good am i|am i doing)(?<rest>)$/i,
    /^my (?:score|scores|performance|results)(?<rest>)$/i,
    /^我(?:表现|做得|干得|能力)(?:怎么样|如何|好不好)(?<rest>)$/,
    /^我的(?:成绩|得分|分数|表现)(?<rest>)$/,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:我的?)?(?:能力|技能|能力图|雷达图|能力雷达)(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
