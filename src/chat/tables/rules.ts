// Rules: what they wait for and how they fare; for managers, trying, switching on, changing and writing them.
import { askChange, submitChange } from "../../core/journey/rules-in-chat/change-rule.ts";
import { keepRule, retireRule, switchOff } from "../../core/journey/rules-in-chat/end-rule.ts";
import { askHoldOut, submitHoldOut } from "../../core/journey/rules-in-chat/hold-out-rule.ts";
import { askRules, moreRules } from "../../core/journey/rules-in-chat/list-rules.ts";
import {
  askNewRule,
  openNewRule,
  submitNewRule,
} from "../../core/journey/rules-in-chat/making/new-rule.ts";
import { askText, submitText } from "../../core/journey/rules-in-chat/making/written-rule.ts";
import { previewRule, previewSuggestion } from "../../core/journey/rules-in-chat/preview-rule.ts";
import { askPublish, submitPublish } from "../../core/journey/rules-in-chat/publish-rule.ts";
import { rollBack, showHistory } from "../../core/journey/rules-in-chat/rule-history.ts";
import type { RuleServices } from "../../core/journey/rules-in-chat/services.ts";
import { showRule } from "../../core/journey/rules-in-chat/show-rule.ts";
import { questionsFirst } from "../../core/strategy/sandbox/questions-first.ts";
import type { Area } from "./area.ts";

export function rulesArea(services: RuleServices) {
  return {
    intents: {
      rules: (person, name) => askRules(services, person, name),
      new_rule: (person, written) => askNewRule(services, person, written),
    },
    actions: {
      "rule.open": (ask) => showRule(services, ask),
      "rule.more": (ask) => moreRules(services, ask),
      "rule.preview": (ask) => previewRule(services, ask),
      "rule.suggestion": (ask) => previewSuggestion(ask),
      "rule.change": (ask) => askChange(services, ask),
      "rule.change.submit": (answer) => submitChange(answer),
      "rule.publish": questionsFirst(services, (ask) => askPublish(ask)),
      "rule.publish.submit": questionsFirst(services, (answer) => submitPublish(answer)),
      "rule.off": (ask) => switchOff(services, ask),
      "rule.retire": (ask) => retireRule(services, ask),
      "rule.keep": (ask) => keepRule(services, ask),
      "rule.hold": (ask) => askHoldOut(services, ask),
      "rule.hold.submit": (answer) => submitHoldOut(services, answer),
      "rule.history": (ask) => showHistory(services, ask),
      "rule.rollback": questionsFirst(services, (ask) => rollBack(ask)),
      "rule.new": (ask) => openNewRule(ask),
      "rule.new.submit": (answer) => submitNewRule(services, answer),
      "rule.text": (ask) => askText(services, ask),
      "rule.text.submit": (answer) => submitText(services, answer),
    },
  } satisfies Area;
}
