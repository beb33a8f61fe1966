// Wiring of practice in chat: its timer, its jobs, and what words mean while it runs.
import { againIn, controlIn } from "../chat/phrases/practice.ts";
import type { RouterOptions } from "../chat/router.ts";
import {
  giveUpAnswer,
  type LateServices,
  runLateAnswer,
} from "../core/training/answer-when-read.ts";
import { type LateAnswer, lateAnswerJob } from "../core/training/one-moment.ts";
import { type AnswerPayload, answerJob, runAnswer } from "../core/training/practice/answer-turn.ts";
import {
  type RestPayload,
  restJob,
  runRest,
  runTick,
  type TickPayload,
  tickJob,
} from "../core/training/practice/clock.ts";
import {
  dropUnreported,
  type ForgetPayload,
  forgetTalkJob,
  type ReportPayload,
  reportJob,
  runForget,
  runReport,
} from "../core/training/practice/end-practice.ts";
import { sayInPractice } from "../core/training/practice/say-turn.ts";
import type { PracticeServices } from "../core/training/practice/services.ts";
import type { JobKind } from "../store/job-runner.ts";

/** A timer for core, whose work fails into `onError`. */
export function createSoon(onError: (error: unknown) => void): PracticeServices["soon"] {
  return (afterMs, work) => {
    const timer = setTimeout(() => void work().catch(onError), afterMs);
    return () => clearTimeout(timer);
  };
}

/** The jobs of a session: the customer's words, the clock, what was put down, the report; and answers that waited. */
export function practiceJobs(services: LateServices): Record<string, JobKind> {
  return {
    [lateAnswerJob]: {
      run: (payload) => runLateAnswer(payload as LateAnswer, services),
      onGivenUp: (payload) => giveUpAnswer(payload as LateAnswer),
      waitsForOthers: true,
    },
    [answerJob]: {
      run: (payload) => runAnswer(payload as AnswerPayload, services),
      waitsForOthers: true,
    },
    [tickJob]: { run: async (payload) => runTick(payload as TickPayload) },
    [restJob]: { run: async (payload) => runRest(payload as RestPayload) },
    [forgetTalkJob]: { run: (payload) => runForget(payload as ForgetPayload, services) },
    [reportJob]: {
      run: (payload) => runReport(payload as ReportPayload, services),
      onGivenUp: (payload) => dropUnreported(payload as ReportPayload),
      waitsForOthers: true,
    },
  };
}

/** Platforms where a conversation has threads. */
const threaded: ReadonlySet<string> = new Set(["slack", "lark"]);

/** Words that belong to a practice, before they are taken for anything else. */
export function createOnWords(services: PracticeServices): NonNullable<RouterOptions["onWords"]> {
  return (person, { text, threadId, surface, isAsking }) =>
    sayInPractice(services, person, {
      ...{ text, threadId, isAsking, hasThreads: threaded.has(surface) },
      control: controlIn(text),
      step: againIn(text),
    });
}
