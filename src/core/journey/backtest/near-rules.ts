// The rule with one demand less: whoever meets that, but not the rule, missed it by one step.
import type { Rule } from "../rules/rule.ts";

/** Every rule that lacks one step of this one, or its absence; none where nothing would be left. */
export function nearRules(rule: Rule): Rule[] {
  const without = rule.steps.flatMap((step, index): Rule[] => {
    const fewer = step.times > 1 ? [{ ...step, times: step.times - 1 }] : [];
    const steps = rule.steps.toSpliced(index, 1, ...fewer);
    return steps.length > 0 ? [{ ...rule, id: `${rule.id} -${index}`, steps }] : [];
  });
  const { absent: _, ...present } = rule;
  return rule.absent ? [...without, { ...present, id: `${rule.id} -absent` }] : without;
}
