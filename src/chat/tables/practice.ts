// Practice: a brief, a talk with a virtual customer in its own thread, and what becomes of it.
import {
  agreeToKeep,
  askOther,
  changeBrief,
  submitOther,
} from "../../core/training/practice/change-brief.ts";
import { agreeToModel } from "../../core/training/practice/model-consent.ts";
import { askPractice, drillEntry, playAgain } from "../../core/training/practice/open-brief.ts";
import {
  endByHand,
  pausePractice,
  resumePractice,
  startPractice,
} from "../../core/training/practice/play.ts";
import { practiseCustomer } from "../../core/training/practice/practise-customer.ts";
import { sayTurn } from "../../core/training/practice/say-turn.ts";
import type { PracticeServices } from "../../core/training/practice/services.ts";
import type { Area } from "./area.ts";

export function practiceArea(services: PracticeServices) {
  return {
    intents: { practice: (person, words) => askPractice(services, person, words) },
    actions: {
      "say.practise": (ask) => drillEntry(services, ask),
      "lead.practise": (ask) => practiseCustomer(services, ask),
      "practice.set": (ask) => changeBrief(services, ask),
      "practice.other": (ask) => askOther(services, ask),
      "practice.other.submit": (answer) => submitOther(services, answer),
      "practice.agree": (ask) => agreeToKeep(ask),
      "practice.model_agree": (ask) => agreeToModel(ask),
      "practice.start": (ask) => startPractice(ask),
      "practice.pause": (ask) => pausePractice(ask),
      "practice.resume": (ask) => resumePractice(ask),
      "practice.end": (ask) => endByHand(services, ask),
      "practice.say": (ask) => sayTurn(ask),
      "practice.again": (ask) => playAgain(services, ask),
    },
  } satisfies Area;
}
