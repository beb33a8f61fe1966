// Words that stand where a name of a person could, and are none.

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
    `he she they we you i it met saw spoke talked called told visited emailed asked loved said
     yeah well hi hey ok okay apparently actually unfortunately finally jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun easter christmas xmas thanksgiving corporate that this there then also still just now everyone everybody someone somebody nobody
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
