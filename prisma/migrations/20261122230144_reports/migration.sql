-- CreateTable
CREATE TABLE "Routine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "earlier" JSONB NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "correctedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Routine_kind_idx" ON "Routine"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "Routine_personId_kind_key" ON "Routine"("personId", "kind");

-- CreateIndex
CREATE INDEX "Report_managerId_sentAt_idx" ON "Report"("managerId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_personId_span_day_key" ON "Report"("personId", "span", "day");
