-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "leadId" TEXT NOT NULL,
    "repId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fit" INTEGER NOT NULL,
    "contributions" JSONB NOT NULL,
    "alternatives" JSONB NOT NULL,
    "runnerUpId" TEXT,
    "rank" INTEGER NOT NULL,
    "weightVersionId" TEXT NOT NULL,
    "batch" INTEGER NOT NULL DEFAULT 1,
    "authorId" TEXT,
    "reason" TEXT,
    "declineReason" TEXT,
    "deadlineAt" DATETIME,
    "decidedAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);
INSERT INTO "new_Assignment" ("alternatives", "authorId", "closedAt", "contributions", "deadlineAt", "decidedAt", "declineReason", "fit", "id", "leadId", "rank", "reason", "repId", "runnerUpId", "state", "weightVersionId") SELECT "alternatives", "authorId", "closedAt", "contributions", "deadlineAt", "decidedAt", "declineReason", "fit", "id", "leadId", "rank", "reason", "repId", "runnerUpId", "state", "weightVersionId" FROM "Assignment";
DROP TABLE "Assignment";
ALTER TABLE "new_Assignment" RENAME TO "Assignment";
CREATE INDEX "Assignment_leadId_decidedAt_idx" ON "Assignment"("leadId", "decidedAt");
CREATE INDEX "Assignment_repId_state_idx" ON "Assignment"("repId", "state");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
