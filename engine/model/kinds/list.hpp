// The kinds, one a line: adding one is its file and its line here. The order breaks ties between steps that could come either way.
#define PLUMB_KINDS(K)    \
    K(schema)             \
    K(extension)          \
    K(enumeration)        \
    K(composite)          \
    K(domain)             \
    K(domain_constraint)  \
    K(range)              \
    K(sequence)           \
    K(function)           \
    K(aggregate)          \
    K(operator_)          \
    K(table)              \
    K(column)             \
    K(column_default)     \
    K(identity)           \
    K(check_constraint)   \
    K(key_constraint)     \
    K(sequence_ownership) \
    K(index)              \
    K(partition)          \
    K(index_partition)    \
    K(foreign_key)        \
    K(cluster_index)      \
    K(replica_identity)   \
    K(statistics)         \
    K(view)               \
    K(materialized_view)  \
    K(rule)               \
    K(trigger)            \
    K(policy)             \
    K(owner)              \
    K(grant)              \
    K(revocation)         \
    K(default_grant)      \
    K(default_revocation) \
    K(comment)
