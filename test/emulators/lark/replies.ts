// What the emulator answers with, as Lark writes it.
import { randomUUID } from "node:crypto";
import type { State } from "./state.ts";

export type Reply = { status?: number; body: object | Buffer; headers?: Record<string, string> };
export type Body = Record<string, unknown>;
export type Asked = { path: string; query: URLSearchParams; body: Body; raw: Buffer; url: string };
/** `id`: what the path names. */
export type Answer = (state: State, asked: Asked, id: string) => Reply;

export const ok = (data: object = {}): Reply => ({ body: { code: 0, msg: "success", data } });
export const refuse = (code: number, msg: string): Reply => ({
  status: 400,
  body: { code, msg, error: { log_id: randomUUID() } },
});
