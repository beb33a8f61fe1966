-- AlterTable
ALTER TABLE "Rule" ADD COLUMN "holdOutCurrency" TEXT;
ALTER TABLE "Rule" ADD COLUMN "holdOutUpTo" REAL;
