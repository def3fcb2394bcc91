-- Partial indexes of the work that is open: the schema cannot say them, and they stay small however many tasks are done.

-- What a role is asked for, by due.
CREATE INDEX "task_role_ready_idx" ON "task" ("role", "due_at", "id") WHERE "state" = 'ready' AND "role" IS NOT NULL;

-- Tasks in nobody's hands and in no queue (E30).
CREATE INDEX "task_without_owner_idx" ON "task" ("due_at", "id")
WHERE "state" = 'ready' AND "assignee_id" IS NULL AND "department_key" IS NULL AND "role" IS NULL;
