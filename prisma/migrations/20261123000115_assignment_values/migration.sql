-- Alternatives of an assignment as numbers: the reasons of a thousand reps who did not get a lead were never shown.
UPDATE "Assignment"
SET "alternatives" = (
  SELECT json_group_array(
    json_object(
      'repId', "one"."value" ->> 'repId',
      'fit', "one"."value" ->> 'fit',
      'rank', "one"."value" ->> 'rank',
      'values', (
        SELECT json_group_array(
          CASE WHEN "part"."value" ->> 'known' THEN "part"."value" ->> 'value' END
        )
        FROM json_each("one"."value", '$.contributions') AS "part"
      ),
      'open', COALESCE((
        SELECT "part"."value" ->> '$.reason.params.open'
        FROM json_each("one"."value", '$.contributions') AS "part"
        WHERE "part"."value" ->> 'factor' = 'load'
      ), 0),
      'capacity', COALESCE((
        SELECT "part"."value" ->> '$.reason.params.capacity'
        FROM json_each("one"."value", '$.contributions') AS "part"
        WHERE "part"."value" ->> 'factor' = 'load'
      ), 0),
      'blockedBy', json(COALESCE("one"."value" -> 'blockedBy', 'null'))
    )
  )
  FROM json_each("Assignment"."alternatives") AS "one"
)
WHERE json_array_length("alternatives") > 0;
