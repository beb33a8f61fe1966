// Task lists (task.v2), as far as one app makes tasks for people: https://open.feishu.cn/document/task-v2/overview.
import { randomUUID } from "node:crypto";
import { type Answer, ok, refuse } from "./replies.ts";
import type { State, StoredTask } from "./state.ts";

type Fields = Partial<Pick<StoredTask, "summary" | "due" | "completed_at">>;
type NewTask = Fields & Pick<StoredTask, "description" | "extra" | "origin"> & Asked;
type Asked = { client_token?: string; members?: { id: string; role: string; type: string }[] };

/** The same client_token gives the first task. */
export const createTask: Answer = (state, { body }) => {
  if (isDenied(state, "task:task:write")) return denied("task:task:write");
  const { client_token = "", members = [], ...task } = body as NewTask;
  const earlier = [...state.tasks.values()].find(
    (one) => client_token && one.token === client_token,
  );
  if (earlier) return ok({ task: toData(earlier) });
  const isTokenBad = client_token !== "" && (client_token.length < 10 || client_token.length > 100);
  if (!task.summary || isTokenBad) return refuse(1470400, "the request parameters are wrong");
  const [assignee] = members.filter(({ role }) => role === "assignee");
  if (!assignee || !state.users.has(assignee.id)) return refuse(1470400, "no such member");
  const guid = randomUUID();
  const made = { completed_at: "0", ...task, summary: task.summary, guid, token: client_token };
  state.tasks.set(guid, { ...made, assignee: assignee.id });
  return ok({ task: toData(state.tasks.get(guid)) });
};

export const readTask: Answer = (state, _asked, guid) => {
  if (isDenied(state, "task:task:read")) return denied("task:task:read");
  const task = state.tasks.get(guid);
  return task ? ok({ task: toData(task) }) : gone();
};

/** A field that is named and not given is emptied; what is complete is not completed again. */
export const changeTask: Answer = (state, { body }, guid) => {
  if (isDenied(state, "task:task:write")) return denied("task:task:write");
  const found = state.tasks.get(guid);
  if (!found) return gone();
  const { task = {}, update_fields = [] } = body as { task?: Fields; update_fields?: string[] };
  const isTwice = update_fields.includes("completed_at") && found.completed_at !== "0";
  if (update_fields.length === 0 || (isTwice && task.completed_at !== "0")) {
    return refuse(1470400, "the request parameters are wrong");
  }
  for (const name of update_fields) Object.assign(found, { [name]: task[name as keyof Fields] });
  return ok({ task: toData(found) });
};

export const removeTask: Answer = (state, _asked, guid) => {
  if (isDenied(state, "task:task:write")) return denied("task:task:write");
  return state.tasks.delete(guid) ? ok() : gone();
};

const toData = ({ token: _, assignee, ...task }: StoredTask | undefined = {} as StoredTask) => ({
  ...task,
  members: [{ id: assignee, role: "assignee", type: "user" }],
});

const isDenied = (state: State, scope: string) => state.scopes.get(scope) === false;
const denied = (scope: string) =>
  refuse(99991672, `Access denied. One of the following scopes is required: [${scope}].`);
const gone = () => ({ ...refuse(1470404, "the task does not exist"), status: 404 });
