-- AlterTable
ALTER TABLE "OwnerChange" ADD COLUMN "source" TEXT NOT NULL DEFAULT '';

-- What a CRM changed had its source for a reason.
UPDATE "OwnerChange" SET "source" = "reason" WHERE "reason" LIKE 'crm:%' AND "authorId" IS NULL;
