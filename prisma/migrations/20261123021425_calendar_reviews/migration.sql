-- CreateTable
CREATE TABLE "CalendarReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "startsAt" DATETIME,
    "personIds" JSONB NOT NULL,
    "dealId" TEXT,
    "contactId" TEXT,
    "accountId" TEXT,
    "anonymousId" TEXT,
    "at" DATETIME NOT NULL
);
