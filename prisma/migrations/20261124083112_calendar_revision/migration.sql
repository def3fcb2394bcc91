-- CreateTable
CREATE TABLE "calendar_revision" (
    "key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "exceptions" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" TEXT,

    CONSTRAINT "calendar_revision_pkey" PRIMARY KEY ("key","revision")
);

-- The revisions that are in use
INSERT INTO "calendar_revision" ("key", "revision", "zone", "week", "exceptions")
SELECT "key", "revision", "zone", "week", "exceptions" FROM "calendar";
