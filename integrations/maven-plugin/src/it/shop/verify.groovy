def log = new File(basedir, 'build.log').text.readLines()*.trim()

def says = { String line -> assert log.any { it.contains(line) } : "build.log lacks: $line" }

says 'Wrote headway.properties'
says 'Wrote src/main/java/com/acme/migrations/package-info.java'
says 'Wrote src/main/java/com/acme/migrations/CreateAccount.java (a1)'
says 'Would run upgrade base -> a1, create_account'
says 'Running upgrade base -> a1, create_account'
says 'Rev: a1 (head) (current)'
says 'SEVERAL_HEADS'
says 'Wrote src/main/java/com/acme/migrations/Both.java (d4)'
says 'Running upgrade b2, c3 -> d4, both'
says 'The database is up to date.'
says 'b2, c3 -> d4 (head) (current) (mergepoint), both'
says 'Running downgrade d4 -> b2, c3, both'
says 'FAILED: Target database is not up to date. Pending: d4'
says 'headway check was refused or failed; see above.'
says 'd4 (head)'
says '-> b2'
says "FAILED: Can't locate revision identified by 'nosuch'."
says '-- Running upgrade base -> a1, create_account'
says 'The revisions to show: a:b, a:, :b, -3:current.'
says 'FAILED: Nothing to resolve: no revision is in doubt.'
says 'FAILED: Nothing to resolve: revision a1'
