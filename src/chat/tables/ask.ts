// Questions to the data: asked in words, followed up on in words or by a press.
import { answerAgain, askQuestion, showPipeline } from "../../core/ask/ask-question.ts";
import type { AskServices } from "../../core/ask/services.ts";
import { showGuide } from "../../core/ask/show-guide.ts";
import type { Area } from "./area.ts";

export function askArea(services: AskServices) {
  return {
    intents: {
      ask: (person, said) =>
        said ? askQuestion(services, { person, question: said }) : showGuide(person),
      pipeline: (person) => showPipeline(services, person),
    },
    actions: {
      "ask.question": ({ person, params }) =>
        askQuestion(services, { person, question: params.text ?? "" }),
      "ask.query": (ask) => answerAgain(services, ask),
      "ask.guide": ({ person }) => showGuide(person),
    },
  } satisfies Area;
}
