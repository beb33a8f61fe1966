-- CreateTable
CREATE TABLE "PracticeReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "sharedAt" DATETIME,
    "at" DATETIME NOT NULL
);

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
    "mood" JSONB NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "closedAt" DATETIME
);
INSERT INTO "new_PracticeSession" ("closedAt", "endsAt", "id", "language", "mood", "personId", "persona", "plan", "playbook", "scenario", "startedAt", "state") SELECT "closedAt", "endsAt", "id", "language", "mood", "personId", "persona", "plan", "playbook", "scenario", "startedAt", "state" FROM "PracticeSession";
DROP TABLE "PracticeSession";
ALTER TABLE "new_PracticeSession" RENAME TO "PracticeSession";
CREATE INDEX "PracticeSession_personId_startedAt_idx" ON "PracticeSession"("personId", "startedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "PracticeReport_personId_at_idx" ON "PracticeReport"("personId", "at");
