-- AlterTable
ALTER TABLE "LocalMessage" ADD COLUMN "under" TEXT;
