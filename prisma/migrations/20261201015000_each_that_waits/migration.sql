-- A step for each item that said "ignore" waited for all its items: that is called "wait" now, and "ignore" goes on.
-- Definitions stay as they were compiled: the engine reads the old word in them.
CREATE FUNCTION pg_temp.items_wait(parts JSONB) RETURNS JSONB LANGUAGE sql AS $$
  SELECT jsonb_agg(jsonb_set(part, '{steps}', steps) ORDER BY place)
  FROM jsonb_array_elements(parts) WITH ORDINALITY AS p(part, place), LATERAL (
    SELECT coalesce(jsonb_agg(
      CASE WHEN step->>'kind' = 'each' AND step->>'late' = 'ignore'
        THEN jsonb_set(step, '{late}', '"wait"') ELSE step END ORDER BY at), '[]') AS steps
    FROM jsonb_array_elements(coalesce(part->'steps', '[]')) WITH ORDINALITY AS s(step, at)
  ) AS changed
$$;

UPDATE "process" SET "draft" = jsonb_set("draft", '{stages}', pg_temp.items_wait("draft"->'stages'))
WHERE jsonb_path_exists("draft", '$.stages[*].steps[*] ? (@.kind == "each" && @.late == "ignore")');
UPDATE "process" SET "draft" = jsonb_set("draft", '{rails}', pg_temp.items_wait("draft"->'rails'))
WHERE jsonb_path_exists("draft", '$.rails[*].steps[*] ? (@.kind == "each" && @.late == "ignore")');

UPDATE "process_version" SET "drawing" = jsonb_set("drawing", '{stages}', pg_temp.items_wait("drawing"->'stages'))
WHERE jsonb_path_exists("drawing", '$.stages[*].steps[*] ? (@.kind == "each" && @.late == "ignore")');
UPDATE "process_version" SET "drawing" = jsonb_set("drawing", '{rails}', pg_temp.items_wait("drawing"->'rails'))
WHERE jsonb_path_exists("drawing", '$.rails[*].steps[*] ? (@.kind == "each" && @.late == "ignore")');

DROP FUNCTION pg_temp.items_wait(JSONB);
