-- AlterTable
ALTER TABLE "message" ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" TEXT,
ADD COLUMN     "decision" TEXT,
ADD COLUMN     "doubt_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "set_aside" (
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "deal_id" TEXT,
    "cause" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "set_aside_pkey" PRIMARY KEY ("kind","ref")
);

-- CreateIndex
CREATE INDEX "set_aside_since_idx" ON "set_aside"("since");
