-- CreateTable
CREATE TABLE "CrmSeen" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connector" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "flips" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CrmCursor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connector" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cursor" TEXT,
    "counts" JSONB NOT NULL,
    "syncedAt" DATETIME,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CrmLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "error" TEXT,
    "toldAt" DATETIME
);

-- CreateIndex
CREATE INDEX "CrmSeen_connector_kind_idx" ON "CrmSeen"("connector", "kind");
