-- AlterTable
ALTER TABLE "task" ADD COLUMN     "draft_revision" INTEGER NOT NULL DEFAULT 0;
