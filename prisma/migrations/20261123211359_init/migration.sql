-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT true,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'member',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "department" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "calendar_key" TEXT,
    "lead_id" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "department_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "department_member" (
    "department_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "department_member_pkey" PRIMARY KEY ("department_key","person_id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "process" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "draft_revision" INTEGER NOT NULL DEFAULT 1,
    "draft_by_id" TEXT,
    "draft_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "process_version" (
    "id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "drawing" JSONB NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "author_id" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "company" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL DEFAULT 1,
    "process_key" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "value_minor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "source" TEXT NOT NULL,
    "owner_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'starting',
    "stage" TEXT NOT NULL DEFAULT '',
    "visit" INTEGER NOT NULL DEFAULT 0,
    "stage_entered_at" TIMESTAMPTZ(3),
    "stage_due_at" TIMESTAMPTZ(3),
    "probability" INTEGER NOT NULL DEFAULT 0,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "fields_revision" INTEGER NOT NULL DEFAULT 1,
    "outcome_reasons" TEXT[],
    "outcome_note" TEXT,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "run_state" JSONB,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "search" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_start" (
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "event" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "run_start_pkey" PRIMARY KEY ("deal_id","run_no")
);

-- CreateTable
CREATE TABLE "run_batch" (
    "run" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "engine" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "now" BIGINT NOT NULL,
    "events" JSON NOT NULL,
    "effects_hash" TEXT NOT NULL,
    "answers" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_batch_pkey" PRIMARY KEY ("run","seq")
);

-- CreateTable
CREATE TABLE "run_fact" (
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "stage" TEXT,
    "step" TEXT,
    "actor_id" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "run_fact_pkey" PRIMARY KEY ("deal_id","run_no","seq","n")
);

-- CreateTable
CREATE TABLE "stage_visit" (
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "visit" INTEGER NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "via" TEXT NOT NULL,
    "to" TEXT,
    "by_id" TEXT,

    CONSTRAINT "stage_visit_pkey" PRIMARY KEY ("deal_id","run_no","stage","visit")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "visit" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "department_key" TEXT,
    "assignee_id" TEXT,
    "state" TEXT NOT NULL,
    "mandatory" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "due_unit" TEXT,
    "level" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" TEXT,
    "outcome" TEXT,
    "closed_why" TEXT,
    "draft" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "task_id" TEXT,
    "by_id" TEXT,
    "values" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effective_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_file" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "task_id" TEXT,
    "field" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deal_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "clock" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "task_key" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "calendar_key" TEXT NOT NULL,
    "calendar_revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "clock_pkey" PRIMARY KEY ("deal_id","run_no","clock","cycle")
);

-- CreateTable
CREATE TABLE "incident" (
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "incident" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "step" TEXT,
    "code" TEXT NOT NULL,
    "operands" JSONB NOT NULL DEFAULT '[]',
    "choices" TEXT[],
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("deal_id","run_no","incident")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" TEXT,
    "stage" TEXT,
    "step" TEXT,
    "visit" INTEGER,
    "round" INTEGER,
    "template" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "to_address" TEXT,
    "subject" TEXT,
    "text" TEXT,
    "html" TEXT,
    "data_sent_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "server_reply" TEXT,
    "closed_why" TEXT,
    "last_error" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "email" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "run_no" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command" (
    "key" TEXT NOT NULL,
    "person_id" TEXT,
    "route" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "command_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "result" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "xid" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
    "topic" TEXT NOT NULL,
    "ref" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "department_member_person_id_idx" ON "department_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "process_version_process_key_number_key" ON "process_version"("process_key", "number");

-- CreateIndex
CREATE INDEX "contact_email_idx" ON "contact"("email");

-- CreateIndex
CREATE UNIQUE INDEX "deal_number_key" ON "deal"("number");

-- CreateIndex
CREATE INDEX "deal_process_key_state_stage_stage_due_at_id_idx" ON "deal"("process_key", "state", "stage", "stage_due_at", "id");

-- CreateIndex
CREATE INDEX "deal_owner_id_state_idx" ON "deal"("owner_id", "state");

-- CreateIndex
CREATE INDEX "run_start_started_at_created_at_idx" ON "run_start"("started_at", "created_at");

-- CreateIndex
CREATE INDEX "run_batch_deal_id_run_no_seq_idx" ON "run_batch"("deal_id", "run_no", "seq");

-- CreateIndex
CREATE INDEX "run_fact_type_at_idx" ON "run_fact"("type", "at");

-- CreateIndex
CREATE INDEX "task_department_key_state_due_at_id_idx" ON "task"("department_key", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "task_assignee_id_state_due_at_id_idx" ON "task"("assignee_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "task_closed_by_id_state_closed_at_id_idx" ON "task"("closed_by_id", "state", "closed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "task_deal_id_run_no_key_key" ON "task"("deal_id", "run_no", "key");

-- CreateIndex
CREATE INDEX "submission_deal_id_idx" ON "submission"("deal_id");

-- CreateIndex
CREATE INDEX "deal_file_deal_id_field_idx" ON "deal_file"("deal_id", "field");

-- CreateIndex
CREATE INDEX "deal_file_task_id_idx" ON "deal_file"("task_id");

-- CreateIndex
CREATE INDEX "clock_state_due_at_idx" ON "clock"("state", "due_at");

-- CreateIndex
CREATE INDEX "incident_resolved_at_opened_at_idx" ON "incident"("resolved_at", "opened_at");

-- CreateIndex
CREATE INDEX "message_state_not_before_idx" ON "message"("state", "not_before");

-- CreateIndex
CREATE INDEX "message_kind_state_settled_at_idx" ON "message"("kind", "state", "settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_deal_id_run_no_key_key" ON "message"("deal_id", "run_no", "key");

-- CreateIndex
CREATE INDEX "notification_person_id_at_id_idx" ON "notification"("person_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_deal_id_run_no_key_person_id_key" ON "notification"("deal_id", "run_no", "key", "person_id");

-- CreateIndex
CREATE INDEX "command_created_at_idx" ON "command"("created_at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_at_idx" ON "audit_entry"("subject_kind", "subject_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE INDEX "change_xid_id_idx" ON "change"("xid", "id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department_member" ADD CONSTRAINT "department_member_department_key_fkey" FOREIGN KEY ("department_key") REFERENCES "department"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department_member" ADD CONSTRAINT "department_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_version" ADD CONSTRAINT "process_version_process_key_fkey" FOREIGN KEY ("process_key") REFERENCES "process"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "process_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_fact" ADD CONSTRAINT "run_fact_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_visit" ADD CONSTRAINT "stage_visit_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_file" ADD CONSTRAINT "deal_file_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_file" ADD CONSTRAINT "deal_file_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
