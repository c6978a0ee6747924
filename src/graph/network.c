/* network.c: the table of networks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/graph.h"

#define NETWORK(x) extern const rxc_network rxc_network_##x;
#include "graph/networks.def"
#undef NETWORK

const rxc_network *const rxc_networks[] = {
#define NETWORK(x) &rxc_network_##x,
#include "graph/networks.def"
#undef NETWORK
    NULL,
};

const rxc_network *rxc_network_find(Str name)
{
    for (size_t i = 0; rxc_networks[i]; i++)
        if (str_eq(str_from(rxc_networks[i]->name), name)) return rxc_networks[i];
    return NULL;
}
