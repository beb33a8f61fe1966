import { measureChatDuringImport } from "/work/main/bench/ingest/chat-during-import.ts";
console.log(JSON.stringify(await measureChatDuringImport(Number(process.argv[2]))));
