// Calls: dropped or pasted, read, shown, shared and deleted by their rep.
import { expectCall, showCalls } from "../../core/training/calls/list-calls.ts";
import {
  deleteCall,
  openCall,
  retryCall,
  saySpeaker,
  shareCall,
} from "../../core/training/calls/own-call.ts";
import type { CallServices } from "../../core/training/calls/services.ts";
import { submitCall } from "../../core/training/calls/submit-call.ts";
import type { Area } from "./area.ts";

export function callsArea(services: CallServices) {
  return {
    intents: { calls: (person) => showCalls(services, person) },
    actions: {
      "call.submit": (answer) => submitCall(services, answer),
      "call.expect": (ask) => expectCall(ask),
      "call.open": (ask) => openCall(ask),
      "call.speaker": (ask) => saySpeaker(services, ask),
      "call.share": (ask) => shareCall(ask, true),
      "call.unshare": (ask) => shareCall(ask, false),
      "call.retry": (ask) => retryCall(ask),
      "call.delete": (ask) => deleteCall(ask),
    },
  } satisfies Area;
}
