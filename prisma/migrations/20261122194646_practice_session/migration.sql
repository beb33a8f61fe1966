-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN "under" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_PracticeSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "playbook" TEXT NOT NULL,
    "scenario" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "play" JSONB NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);
-- A session of before has no play to go on with: it is over.
INSERT INTO "new_PracticeSession" ("closedAt", "id", "language", "personId", "persona", "plan", "play", "playbook", "scenario", "startedAt", "state") SELECT COALESCE("closedAt", "startedAt"), "id", "language", "personId", "persona", "plan", '{}', "playbook", "scenario", "startedAt", 'closed' FROM "PracticeSession";
DROP TABLE "PracticeSession";
ALTER TABLE "new_PracticeSession" RENAME TO "PracticeSession";
CREATE INDEX "PracticeSession_personId_startedAt_idx" ON "PracticeSession"("personId", "startedAt");
CREATE INDEX "PracticeSession_personId_state_idx" ON "PracticeSession"("personId", "state");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
