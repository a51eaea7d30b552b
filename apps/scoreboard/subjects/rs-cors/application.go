package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
)

type answer struct {
	Status  int
	Headers [][2]string
	Body    []string
	OwnVary string
}

type endpoint struct {
	answer
	Path       string
	Methods    list
	Behaviour  string
	OwnOptions *answer
}

// newApplication makes the application of the exam, without CORS.
func newApplication() http.Handler {
	data, err := os.ReadFile("../exam/endpoints.json")
	check(err)
	var endpoints []endpoint
	check(json.Unmarshal(data, &endpoints))

	var handled int64
	mux := http.NewServeMux()
	for _, each := range endpoints {
		each := each
		if each.Behaviour == "write-head" {
			continue
		}
		mux.HandleFunc(each.Path, func(w http.ResponseWriter, r *http.Request) {
			if each.Behaviour == "count" {
				w.Header().Set("Content-Type", "application/json")
				fmt.Fprintf(w, `{"handled":%d}`, atomic.LoadInt64(&handled))
				return
			}
			atomic.AddInt64(&handled, 1)
			if r.Method == http.MethodOptions && each.OwnOptions != nil {
				respond(w, *each.OwnOptions)
			} else if !each.Methods.has(r.Method) {
				http.Error(w, "Method not allowed", http.StatusMethodNotAllowed)
			} else {
				handle(w, each)
			}
		})
	}
	return mux
}

func handle(w http.ResponseWriter, each endpoint) {
	switch each.Behaviour {
	case "throw":
		// In Go, handlers do not throw: this is how they fail.
		http.Error(w, "The exam asked for an error", http.StatusInternalServerError)
	case "upgrade":
		connection, _, err := w.(http.Hijacker).Hijack()
		check(err)
		defer connection.Close()
		lines := []string{fmt.Sprintf("HTTP/1.1 %d Switching Protocols", each.Status)}
		for _, field := range each.Headers {
			lines = append(lines, field[0]+": "+field[1])
		}
		fmt.Fprint(connection, strings.Join(lines, "\r\n")+"\r\n\r\n")
	default:
		respond(w, each.answer)
	}
}

func respond(w http.ResponseWriter, each answer) {
	for _, field := range each.Headers {
		if field[0] == "vary" && each.OwnVary == "append" {
			w.Header().Add(field[0], field[1])
		} else {
			w.Header().Set(field[0], field[1])
		}
	}
	w.WriteHeader(each.Status)
	for _, chunk := range each.Body {
		fmt.Fprint(w, chunk)
		if len(each.Body) > 1 {
			w.(http.Flusher).Flush()
		}
	}
}
