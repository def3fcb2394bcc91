-- AlterTable
ALTER TABLE "run_batch" ADD COLUMN     "refused" TEXT[] DEFAULT ARRAY[]::TEXT[];
