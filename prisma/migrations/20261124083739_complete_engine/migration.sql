-- AlterTable
ALTER TABLE "person" ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "process" ADD COLUMN     "freeze_id" TEXT;

-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "at_risk_clock" TEXT,
ADD COLUMN     "continued_from" TEXT,
ADD COLUMN     "held_by_id" TEXT,
ADD COLUMN     "held_until" TIMESTAMPTZ(3),
ADD COLUMN     "hold_reason" TEXT,
ADD COLUMN     "parent_deal_id" TEXT,
ADD COLUMN     "parent_run_no" INTEGER,
ADD COLUMN     "parent_step" JSONB;

-- AlterTable
ALTER TABLE "run_start" ADD COLUMN     "not_before" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "assigned_why" JSONB,
ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "item" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'task',
ADD COLUMN     "not_by" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "role" TEXT,
ADD COLUMN     "waiting" TEXT,
ADD COLUMN     "waiting_note" TEXT,
ADD COLUMN     "waiting_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "clock" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "acknowledged_by_id" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'stage',
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "pauses" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "absence" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "substitute_id" TEXT,
    "mode" TEXT NOT NULL DEFAULT 'active',
    "delegate_authority" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_pointer" (
    "pool" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_pointer_pkey" PRIMARY KEY ("pool")
);

-- CreateTable
CREATE TABLE "run_signal" (
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "run_signal_pkey" PRIMARY KEY ("deal_id","run_no","event_id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "visit" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "version_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_error" TEXT,
    "closed_why" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absence_person_id_to_idx" ON "absence"("person_id", "to");

-- CreateIndex
CREATE INDEX "absence_substitute_id_to_idx" ON "absence"("substitute_id", "to");

-- CreateIndex
CREATE INDEX "run_signal_sent_at_next_at_idx" ON "run_signal"("sent_at", "next_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_state_not_before_idx" ON "webhook_delivery"("state", "not_before");

-- CreateIndex
CREATE INDEX "webhook_delivery_state_settled_at_idx" ON "webhook_delivery"("state", "settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_deal_id_run_no_key_key" ON "webhook_delivery"("deal_id", "run_no", "key");

-- CreateIndex
CREATE INDEX "deal_parent_deal_id_idx" ON "deal"("parent_deal_id");

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
