-- AlterTable
ALTER TABLE "message" ALTER COLUMN "deal_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "notification" ALTER COLUMN "deal_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "reset_link" (
    "person_id" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "token_hash" TEXT,
    "issued_by_id" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_link_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reset_link_link_key" ON "reset_link"("link");

-- CreateIndex
CREATE UNIQUE INDEX "reset_link_token_hash_key" ON "reset_link"("token_hash");

-- AddForeignKey
ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
